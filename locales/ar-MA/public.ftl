# ما هو مفتوح للعموم وللبرامج: Open311 والأرقام والتقارير.

## Open311: ما تقوله البرامج لمستعمليها
open311-address = لا يوجد شيء في هذا العنوان. الموارد هي services و requests و tokens.
open311-format = هذه الصيغة غير متاحة. المرجو طلب .xml أو .json.
open311-jurisdiction = تجيب هذه الخدمة عن النطاق { $value } فقط.
open311-service = لا توجد خدمة بالرمز { $value }. المرجو أخذ رمز من لائحة الخدمات.
open311-request = لا يوجد طلب عمومي بالرقم { $value }.
open311-token = لا يوجد طلب للرمز المؤقت { $value }.
open311-no-key = يلزم مفتاح api_key لإيداع طلب.
open311-key = هذا المفتاح api_key غير صالح. المرجو طلب مفتاح من الجهة المسيرة للخدمة.
open311-too-often = طلبات كثيرة في وقت قصير. المرجو المحاولة لاحقا.
open311-no-service = المرجو تحديد الموضوع بواسطة service_code.
open311-no-place = المرجو تحديد المكان: lat و long معا أو address_string أو address_id.
open311-point = يذكر lat و long معا: درجات من -90 إلى 90 ومن -180 إلى 180.
open311-long = الوصف طويل جدا. الحد الأقصى لعدد الحروف هو { $limit }.
open311-field = قيمة الحقل { $value } غير صالحة. المرجو تصحيحها وإعادة إرسال الطلب.
open311-attribute = الخاصية { $value } غير موجودة في هذه الخدمة أو لا تقبل هذه القيمة.
open311-status = قيمة status هي open أو closed أو هما معا بينهما فاصلة.
open311-time = قيمة الحقل { $value } ليست تاريخا. مثال على الكتابة الصحيحة: 2026-11-24T10:52:00Z.
open311-range = يأتي end_date بعد start_date، وعدد الأيام بينهما لا يتجاوز { $limit }.
open311-ids = لا يمكن طلب أرقام يفوق عددها { $limit } دفعة واحدة.
open311-no-form = المرجو إرسال الطلب بصيغة application/x-www-form-urlencoded وترميز UTF-8.
open311-not-taken = تستقبل الطلبات في المكاتب فقط.
open311-promise = { $days ->
    [zero] الجواب منتظر في اليوم نفسه.
    [one] الجواب منتظر داخل أجل يوم عمل واحد.
    [two] الجواب منتظر داخل أجل يومي عمل.
    [few] الجواب منتظر داخل أجل { $days } أيام عمل.
    [many] الجواب منتظر داخل أجل { $days } يوم عمل.
   *[other] الجواب منتظر داخل أجل { $days } يوم عمل.
}
open311-key-service = لطلب مفتاح: { $value }
open311-filed = المرجو الاحتفاظ بالمرجع { $reference } ورمز الولوج { $code }. بهما معا يوجد الجواب في { $address }.
open311-ask-kind = هل هي شكاية أم طلب أم اقتراح أم سؤال؟
open311-ask-language = بأي لغة ترغبون في الجواب؟
open311-ask-contact = كيف يمكننا الاتصال بكم؟
open311-ask-discretion = من يمكنه معرفة هويتكم؟
open311-discretion-open = كل من يعالج الموضوع
open311-discretion-confidential = المكتب والوحدة المركزية دون غيرهما
open311-discretion-anonymous = لا أحد: لا يحتفظ بأي اسم
open311-document = هذه الوثيقة مطلوبة عادة: { $name } ({ $copies }).

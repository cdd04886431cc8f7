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

## الأرقام العمومية
figures-link = الأرقام العمومية
figures-title = ما طلبه المواطنون وما أجيبوا عنه
figures-lead = ما ورد خلال سنة { $year } وما آل إليه. الوضعية يوم { $date } على الساعة { $time }.
figures-years = سنوات أخرى
figures-received = الواردة
figures-received-what = أودعت على الإنترنت أو في مكتب
figures-treated = المعالجة
figures-treated-what = شرع أحدهم في معالجتها
figures-answered = المجاب عنها نهائيا
figures-answered-what = توصل المواطن بالجواب النهائي
figures-answered-short = المجاب عنها
figures-in-time = الأجوبة التي وردت داخل الأجل الموعود
figures-in-time-short = داخل الأجل
figures-median = نصف الأجوبة ورد خلال (أيام العمل)
figures-median-short = النصف خلال (أيام)
figures-ninth = تسعة أجوبة من عشرة وردت خلال (أيام العمل)
figures-reopened = أعيد فتحها
figures-content = المواطنون الذين عبروا عن رضاهم
figures-empty = لم يرد شيء خلال هذه السنة.
figures-by-month = حسب الشهر
figures-chart = أعمدة حسب الشهر؛ الأرقام نفسها في الجدول
figures-same = الشيء نفسه بالأرقام
figures-head-month = الشهر
figures-by-institution = حسب المؤسسة
figures-head-institution = المؤسسة
figures-by-category = حسب الفئة
figures-head-category = الفئة
figures-by-office = حسب المكتب
figures-head-office = المكتب
figures-by-channel = حسب طريقة الورود
figures-head-channel = طريقة الورود
figures-meaning = معنى الأرقام
figures-meaning-text = تحتسب كل شكاية أو طلب أو اقتراح في الشهر الذي ورد فيه، مع ما آل إليه منذ ذلك. المعالجة: شرعت الجهة المكلفة في العمل أو طلبت وثيقة أو أجابت. المجاب عنها نهائيا: الجواب النهائي قائم؛ وما أعيد فتحه لا يحتسب من جديد إلا بعد جواب جديد. داخل الأجل: ورد الجواب في اليوم الموعود أو قبله، دون احتساب الأيام التي كان فيها المواطن مطالبا بوثيقة. الأيام هي أيام العمل.
figures-hidden-note = تحجب الأعداد التي تقل عن { $least } حتى لا يتعرف على أي شخص، وتحجب معها أعداد أخرى حتى لا يمكن حسابها.
figures-csv = تحميل بصيغة CSV للجداول
figures-json = الشيء نفسه بصيغة JSON للبرامج
figures-number = { $number }
figures-hidden = محجوب
figures-per-cent = { $number } %
figures-portal = على الإنترنت
figures-channel-counter = في مكتب
figures-channel-portal = على البوابة
figures-channel-open311 = بواسطة برنامج (Open311)
figures-channel-import = من سجل قديم
figures-channel-web-desk = في مكتب، على صفحات المركز
figures-channel-split = فصلت عن ملف آخر
figures-month-1 = 1
figures-month-2 = 2
figures-month-3 = 3
figures-month-4 = 4
figures-month-5 = 5
figures-month-6 = 6
figures-month-7 = 7
figures-month-8 = 8
figures-month-9 = 9
figures-month-10 = 10
figures-month-11 = 11
figures-month-12 = 12
figures-mean-received = الواردة خلال السنة
figures-mean-treated = منها ما شرع في معالجته
figures-mean-definitively-answered = منها ما جوابه النهائي قائم
figures-mean-reopened = منها ما أعيد فتحه
figures-mean-in-time-percent = النسبة المئوية للأجوبة ذات الأجل الموعود التي وردت داخله
figures-mean-median-working-days = عدد أيام العمل التي ورد خلالها نصف الأجوبة
figures-mean-ninety-percent-within-working-days = عدد أيام العمل التي وردت خلالها تسعة أجوبة من عشرة
figures-mean-content-percent = النسبة المئوية للمواطنين الذين منحوا 4 أو 5 من 5 ممن قيموا الجواب

## الأرقام في مكتب الأعوان
figures-inside-link = الأرقام
figures-inside-title = الأرقام
figures-inside-month = ما ورد خلال { $month } ووضعيته اليوم
figures-inside-months = ما ورد من { $from } إلى { $to } ووضعيته اليوم
figures-inside-time = اختيار فترة
figures-inside-from = من
figures-inside-to = إلى
figures-inside-show = عرض
figures-inside-xlsx = مصنف (XLSX)
figures-inside-csv = CSV
figures-inside-pdf = تقرير على الورق (PDF)
figures-inside-empty = لم يرد شيء خلال هذه الفترة.
figures-inside-open = مفتوحة
figures-inside-overdue = متأخرة اليوم
figures-ninth-short = تسعة من عشرة خلال (أيام)
figures-content-short = المواطنون الراضون
figures-inside-by-cause-category = دون حل، حسب الفئة والسبب
figures-inside-by-cause-institution = دون حل، حسب المؤسسة والسبب
figures-inside-together = المجموع
figures-cause-not-passed-on = لم تحل بعد
figures-cause-not-begun = أحيلت ولم يشرع فيها
figures-cause-in-hand = قيد المعالجة
figures-cause-document-owed = المواطن مطالب بوثيقة
figures-cause-reopened = أعيد فتحها
figures-cause-unsettled = أجيب عنها ولم تسو
figures-cause-closed-unanswered = أغلقت دون جواب
figures-inside-by-hour = أوقات الورود
figures-inside-hour = الساعة
figures-weekday-1 = الإثنين
figures-weekday-2 = الثلاثاء
figures-weekday-3 = الأربعاء
figures-weekday-4 = الخميس
figures-weekday-5 = الجمعة
figures-weekday-6 = السبت
figures-weekday-7 = الأحد
figures-inside-use = استعمال صفحات المواطنين
figures-inside-use-by-hour = الزيارات حسب ساعات اليوم
figures-inside-page = الصفحة
figures-inside-visits = الزيارات
figures-inside-views = مرات الاطلاع
figures-inside-minutes = مجموع الدقائق
figures-page-home = الصفحة الأولى
figures-page-follow = التتبع
figures-page-figures = الأرقام العمومية
figures-page-file = الإيداع

# أرقام حسب المكان
figures-by-place = حسب المكان
figures-head-place = المكان
figures-place-rest = أماكن أخرى في { $district }
figures-place-elsewhere = أماكن أخرى أو مكان غير مذكور

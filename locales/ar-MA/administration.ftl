# What only administrators read and write at the centre. README.md says how texts are written.

## Where administrators change the profile

agents-view-profile = الإعدادات
profile-what = المؤسسات والمواضيع والآجال والمكاتب وأيام العطل. تسجل التغييرات في مسودة، ولا يتغير شيء لأحد قبل بدء العمل بها.
profile-nav = ما يمكن تغييره
profile-categories = المواضيع والآجال
profile-categories-what = موضوع الشكاية، والجهة المكلفة بها، وعدد أيام العمل. تحتفظ كل شكاية بالأجل الذي حدد لها.
profile-categories-add = إضافة موضوع
profile-institutions = المؤسسات
profile-institutions-what = الجهات التي تجيب عن الشكايات. تغلق المؤسسة ابتداء من يوم معين ولا تحذف أبدا، لأن شكايات تذكرها.
profile-institutions-add = إضافة مؤسسة
profile-documents = الوثائق المطلوبة
profile-documents-what = ما يطلب من المواطنين إحضاره حسب الموضوع.
profile-documents-add = إضافة وثيقة
profile-routing = التوجيه
profile-routing-what = إلى أين توجه شكايات موضوع معين من مكان معين. دون قاعدة توجه إلى مؤسسة الموضوع.
profile-routing-add = إضافة قاعدة
profile-offices = المكاتب
profile-offices-what = أماكن استقبال الشكايات. يظهر الرمز في كل مرجع ولا يعطى أبدا لمكتب آخر.
profile-offices-add = إضافة مكتب
profile-holidays = أيام العطل الرسمية
profile-holidays-what = لا تحتسب هذه الأيام في الآجال. ما مضى يبقى كما كان.
profile-holidays-add = إضافة يوم عطلة
profile-holiday-over = مضى هذا اليوم أو هو اليوم. احتسبت به آجال، لذلك يبقى.
profile-localities = الأماكن
profile-head = إعدادات أخرى
profile-years = السنوات
profile-year-before = السنة السابقة
profile-year-after = السنة الموالية
profile-back = العودة إلى اللائحة
profile-save = تسجيل في المسودة
profile-remove = سحب
profile-none = اختيار
profile-everywhere = كل الأماكن
profile-heading-new = باب جديد (يكتب أسفله)
profile-in-language = { $what } ({ $language })
profile-cell = { $what }:
profile-closes = يغلق يوم { $day }
profile-closed = مغلق منذ { $day }
profile-mark-new = جديد
profile-mark-changed = معدل
profile-mark-gone = مسحوب
profile-done-saved = تم التسجيل في المسودة. لم يبدأ العمل بها بعد.
profile-done-removed = تم السحب من المسودة.
profile-done-dropped = تم التخلي عن المسودة. لم يتغير شيء.
profile-done-aside = تم ترك الملف جانبا. سيظهر من جديد إذا تغير.
profile-done-begun = تم بدء مسودة. المرجو مراجعة الفرق قبل بدء العمل بها.
profile-done-force = بدأ العمل بالنسخة الجديدة. تتوصل بها المكاتب عند الاتصال المقبل.
profile-review-link = مراجعة
profile-changes = { $count ->
    [zero] لا تغير مسودة النسخة المقبلة أي سطر. لم يبدأ العمل بها بعد.
    [one] تغير مسودة النسخة المقبلة سطرا واحدا. لم يبدأ العمل بها بعد.
    [two] تغير مسودة النسخة المقبلة سطرين. لم يبدأ العمل بها بعد.
    [few] تغير مسودة النسخة المقبلة { $count } أسطر. لم يبدأ العمل بها بعد.
    [many] تغير مسودة النسخة المقبلة { $count } سطرا. لم يبدأ العمل بها بعد.
   *[other] تغير مسودة النسخة المقبلة { $count } سطر. لم يبدأ العمل بها بعد.
}
profile-review = المسودة
profile-review-what = هذا ما سيتغير. ما كان مكتوبا من قبل مشطوب.
profile-draft-by = آخر تعديل من طرف { $name }، { $day }
profile-no-draft = لا توجد مسودة
profile-no-draft-what = تبدأ المسودة مع أول تغيير.
profile-no-difference = المسودة مطابقة لما هو معمول به
profile-before = قبل:
profile-after = بعد:
profile-nothing = لا شيء
profile-yes = نعم
profile-no = لا
profile-sound = لم تجد المراجعة أي ملاحظة.
profile-warnings = للمراجعة
profile-warnings-what = النسخة صالحة للاستعمال. وجدت المراجعة، وهي بالإنجليزية، ما يلي:
profile-mistakes = لا يمكن التسجيل هكذا. وجدت المراجعة، وهي بالإنجليزية، ما يلي:
profile-force = بدء العمل بها
profile-force-button = بدء العمل
profile-drop = التخلي عن المسودة
profile-note = السبب
profile-note-hint = جملة واحدة. تبقى في لائحة النسخ.
profile-note-missing = المرجو كتابة سبب هذه النسخة في جملة واحدة.
profile-versions = النسخ
profile-version = النسخة
profile-by = من طرف
profile-by-folder = الملف، عند تشغيل البرنامج
profile-by-command = سطر الأوامر
profile-in-force = معمول بها
profile-first = النسخة الأولى، أو لا فرق
profile-back-to = الرجوع إلى هذه النسخة
profile-back-to-what = تبدأ مسودة مطابقة لهذه النسخة. تراجعون الفرق ثم يبدأ العمل بها كنسخة جديدة.
profile-back-to-button = بدء مسودة مطابقة لهذه النسخة
profile-offered = تغير ملف الإعدادات
profile-offered-what = تم تغيير الإعدادات أيضا على هذه الصفحات، لذلك بقيت النسخة المعمول بها. هذا ما يختلف في الملف:
profile-offered-take = بدء مسودة من الملف
profile-offered-aside = ترك الملف جانبا
profile-overtaken = قام شخص آخر بتغيير المسودة في هذه الأثناء. ما كتبتموه ما زال هنا؛ المرجو مراجعة المسودة ثم التسجيل من جديد.
profile-left-behind = بدأ العمل بنسخة أخرى منذ بدء هذه المسودة. لم يعد بالإمكان العمل بها: المرجو التخلي عنها والبدء من جديد.
profile-draft-in-the-way = توجد مسودة من قبل. المرجو بدء العمل بها أو التخلي عنها أولا.
profile-fault-missing = المرجو ملء «{ $field }».
profile-fault-long = «{ $field }»: أقصى عدد للأحرف { $limit }.
profile-fault-number = «{ $field }»: عدد صحيح من الأيام أو لا شيء.
profile-fault-day = «{ $field }»: تاريخ مثل 2027-01-31.
profile-fault-past = المرجو اختيار يوم بعد اليوم: ما حدد إلى اليوم يبقى.
profile-fault-holiday-known = هذا اليوم مسجل من قبل كعطلة.
profile-fault-code = يتكون الرمز من حروف لاتينية وأرقام وشرطات، 40 على الأكثر.
profile-fault-office-code = رمز المكتب رقمان بين 01 و99.
profile-fault-code-known = هذا الرمز مستعمل. المرجو اختيار رمز آخر.
profile-fault-heading = المرجو اختيار باب أو كتابة باب جديد بكل اللغات.
profile-fault-all-languages = المرجو الكتابة بكل اللغات أو تركها كلها.

## Where administrators change the profile: what a field is called

profile-column-code = الرمز
profile-column-name = الاسم
profile-column-institutions-name = الاسم الرسمي
profile-column-kind = نوع المؤسسة
profile-column-parent = تابعة لجهة
profile-column-hotline = الهاتف
profile-column-closed-from = الإغلاق ابتداء من
profile-column-heading = الباب
profile-column-group = باب جديد
profile-column-institution = المؤسسة
profile-column-alternatives = مؤسسات أخرى
profile-column-rule = كيفية الاختيار بينها
profile-column-priority = الأولوية
profile-column-ack-days = أيام العمل للإشعار بالتوصل
profile-column-resolve-days = أيام العمل للجواب
profile-column-confidential = يمكن تقديمها بسرية
profile-column-anonymous = يمكن تقديمها دون اسم
profile-column-discretion = السرية
profile-column-restricted = يطلع عليها عدد قليل
profile-column-office-resolves = يمكن للمكتب تسويتها بنفسه
profile-column-fee = ما يقال عن الرسوم
profile-column-path = الاسم في سجلات أخرى
profile-column-category = الموضوع
profile-column-copies = كيفية الإحضار
profile-column-locality = المكان
profile-column-address = العنوان
profile-column-hours = أوقات العمل
profile-column-phone = الهاتف
profile-column-date = اليوم
profile-priority-urgent = مستعجلة
profile-priority-high = مرتفعة
profile-priority-normal = عادية
profile-priority-low = منخفضة

## Where administrators change the profile: what stands below a field’s name

profile-hint-categories-code = قصير، مثل street-lamp. تحيل عليه الشكايات دائما.
profile-hint-institutions-code = قصير، مثل CWA. تحيل عليه الشكايات دائما.
profile-hint-offices-code = رقمان بين 01 و99 لم يستعملهما أي مكتب.
profile-hint-categories-alternatives = رموز تفصل بينها مسافة.
profile-hint-categories-rule = للموظفين، بالإنجليزية.
profile-hint-categories-resolve-days = يسري على الشكايات المسجلة بعد ذلك. فارغ: دون أجل.
profile-hint-categories-group = لباب جديد فقط.
profile-hint-categories-closed-from = ابتداء من هذا اليوم لا يمكن لأحد اختياره. تحتفظ به الشكايات الموجودة.
profile-hint-institutions-closed-from = ابتداء من هذا اليوم لا تحال عليها أي شكاية.
profile-hint-offices-closed-from = ابتداء من هذا اليوم لا تستقبل فيه الشكايات. تبقى حواسيبه وشكاياته.
profile-hint-offices-name = كما يعرفه المواطنون.

## What did not arrive

agents-view-undelivered = لم تصل
undelivered-what = رسائل إلى المواطنين والمكلفين لم تصل. يوجد اسم المرسل إليه في الشكاية.
undelivered-none = وصلت كل الرسائل
undelivered-waiting = ما زالت قيد المحاولة
undelivered-given-up = تم التخلي عنها
undelivered-given-up-what = لا يحتفظ بمضمونها. المرجو إخبار المواطن بالهاتف أو برسالة.
undelivered-no-complaint = لا تخص أي شكاية
undelivered-trouble = سبب عدم الوصول
undelivered-retry = المحاولة الآن
undelivered-give-up = التخلي
undelivered-done-retry = ترسل مع الدفعة المقبلة خلال دقيقة.
undelivered-done-give-up = تم التخلي عنها. المرجو إخبار المواطن بطريقة أخرى.
undelivered-gone = أرسلت أو تم التخلي عنها في هذه الأثناء.
undelivered-email = البريد الإلكتروني
undelivered-sms = رسالة قصيرة
undelivered-webhook = إلى نظام آخر
undelivered-tries = { $count ->
    [zero] دون أي محاولة
    [one] محاولة واحدة
    [two] محاولتان
    [few] { $count } محاولات
    [many] { $count } محاولة
   *[other] { $count } محاولة
}

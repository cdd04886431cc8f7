# What agents read and write at the centre, beyond what stands in centre.ftl. README.md says how texts are written.

## The agents’ desk: what each role has at hand

agents-view-filter = للفرز
agents-view-assigned = المسندة إلي
agents-view-register = تسجيل شكاية
agents-view-overview = نظرة عامة
agents-view-templates = نصوص جاهزة
agents-view-looks = من اطلع
agents-view-people = المستعملون
agents-role-csu = وحدة دعم المواطنين
agents-role-agent = مكلف لدى مؤسسة
agents-role-head = مسؤول(ة) مؤسسة
agents-role-cab = مكتب عبر الإنترنت
agents-role-task_force = لجنة التتبع
agents-role-admin = مسؤول النظام
agents-role-auditor = مفتحص(ة)

## The agents’ desk: more about the list

agents-due-filter = التصفية حسب الأجل
agents-due-any = كل الآجال
agents-due-overdue = متجاوزة للأجل
agents-due-today = أجلها اليوم
agents-due-week = هذا الأسبوع
agents-due-stopped = في انتظار وثائق
agents-export = تحميل على شكل جدول (CSV)
agents-column-assignee = المكلف بها
agents-merged = مضمومة إلى أخرى
agents-page-before = الصفحة السابقة
agents-page-after = الصفحة الموالية

## The agents’ desk: after a deed

agents-done-ask = تم طلب الوثيقة. يتوقف الأجل إلى حين التوصل بها.
agents-done-back = تمت إعادتها مع ذكر السبب.
agents-done-assign = تم تحديد المكلف بها.
agents-done-take = أصبحت مكلفا بها.
agents-done-triage = تم تسجيل العلامات.
agents-done-over = تم التحويل إلى المكتب.
agents-done-escalate = تم الرفع إلى المستوى الأعلى.
agents-done-tell = تم تسجيل إخبار المواطن.
agents-done-link = تم الربط بينهما.
agents-done-together = تم ضمهما، مع احتفاظ كل واحدة بمسارها.
agents-done-continues = تم تسجيل أنها تكملة للأخرى.
agents-done-apart = هما موضوعان مختلفان ولن يعرضا معا مجددا.
agents-done-withdraw = تم سحبها بطلب من المواطن.
agents-done-retract = تم التراجع عن الإجراء، ويبقى مسجلا في المسار.
agents-done-split = تم تسجيل الشكاية الجديدة، وهذه هي. كل واحدة تشير إلى الأخرى.
agents-done-pass = تمت الإحالة. وهذه الموالية.

## The agents’ desk: more about one complaint

agents-stopped-since = متوقف منذ { $date }
agents-days-over = { $count ->
    [zero] بدون تأخر
    [one] تأخر بيوم عمل واحد
    [two] تأخر بيومي عمل
    [few] تأخر بمدة { $count } أيام عمل
    [many] تأخر بمدة { $count } يوم عمل
   *[other] تأخر بمدة { $count } يوم عمل
}
agents-kin = مرتبطة مع
agents-kin-same = نفس الموضوع:
agents-kin-related = لها علاقة مع:
agents-kin-continues = تكملة للشكاية:
agents-kin-part = تم فصلها عن:
agents-kin-into = تعالج مع:
agents-kin-merged = يجاب عنها هنا كذلك:
agents-channel-counter = في الشباك
agents-channel-portal = عبر البوابة
agents-channel-open311 = عبر Open311
agents-channel-import = من سجل سابق
agents-channel-web_desk = في الشباك عبر الإنترنت
agents-channel-split = مفصولة عن أخرى
centre-fact-assignee = المكلف بها
centre-fact-channel = طريقة التوصل
agents-receipt = الوصل
agents-retract-button = التراجع عن هذا الإجراء
agents-retract-missing = لم يعد بالإمكان التراجع عن هذه المرحلة.
agents-no-longer-possible = لم يعد هذا الاختيار ممكنا. المرجو مراجعة الصفحة والاختيار من جديد.
agents-open-case = فتح الملف كاملا

## The agents’ desk: more that an agent does

agents-template-start = الانطلاق من نص جاهز
agents-template-none = اختيار نص
agents-template-insert = إدراج
agents-template-choose = المرجو اختيار النص المراد إدراجه.
agents-ask = طلب وثيقة
agents-ask-what = ما هي الوثيقة؟
agents-ask-hint = يقرأ المواطن هذا النص كما هو. يتوقف الأجل إلى حين التوصل بالوثيقة.
agents-ask-until = قبل أي يوم؟ (اختياري)
agents-ask-until-hint = اليوم أو بعده.
agents-ask-until-wrong = المرجو اختيار اليوم أو يوم لاحق، أو ترك الخانة فارغة.
agents-ask-button = إرسال الطلب إلى المواطن
agents-ask-missing = المرجو كتابة الوثيقة المطلوبة.
agents-back = ليست من اختصاصنا
agents-back-what = لا تغلق الشكاية لهذا السبب، بل تعاد إلى الوحدة أو تحال على الجهة المختصة.
agents-back-to = إلى أين تحال؟
agents-back-unit = إعادة إلى وحدة المركز
agents-back-why = لماذا ليست من اختصاصكم؟
agents-back-button = إعادتها
agents-back-where-missing = المرجو اختيار الوجهة.
agents-back-why-missing = المرجو كتابة السبب.
agents-assign = المكلف بها
agents-assign-nobody = لا أحد بالتحديد
agents-assign-now = حاليا: { $name }
agents-assign-to = إسنادها إلى
agents-assign-button = تسجيل المكلف بها
agents-assign-missing = المرجو اختيار شخص من اللائحة.
agents-take-what = لم يكلف بها أحد بعد.
agents-take-button = أتكلف بها
agents-tell = إخبار المواطن
agents-tell-what = ما يجب الإخبار به:
agents-tell-way = كيف؟
agents-tell-reach = ما النتيجة؟
agents-tell-reached = تم الإخبار أو الإرسال
agents-tell-not-reached = لم يجب أحد
agents-tell-button = تسجيل
agents-tell-way-missing = المرجو اختيار الطريقة.
agents-tell-reach-missing = المرجو اختيار النتيجة.
agents-triage = مستعجلة أو محدودة الاطلاع
agents-triage-urgent = مستعجلة: قبل غيرها
agents-triage-restricted = محدودة الاطلاع: صحة أو عنف أو طفل
agents-triage-button = تسجيل العلامات
agents-over = تحويل إلى مكتب
agents-over-to = المكتب
agents-over-hint = يتكفل ذلك المكتب بالمواطن بعد التحويل.
agents-over-choose = اختيار مكتب
agents-over-button = تحويل
agents-over-missing = المرجو اختيار المكتب من اللائحة.
agents-escalate = الرفع إلى المستوى الأعلى
agents-escalate-to = إلى من؟
agents-escalate-unit = وحدة المركز
agents-escalate-why = لماذا؟
agents-escalate-button = رفعها
agents-escalate-missing = المرجو الاختيار من اللائحة.
agents-escalate-why-missing = المرجو كتابة السبب.
agents-link = شكاية أخرى
agents-link-reference = رقم مرجعها
agents-link-reference-hint = كما هو في الوصل، مثلا 12-2-00417-D.
agents-link-how = ما العلاقة بينهما؟
agents-link-button = تسجيل
agents-link-how-missing = المرجو اختيار العلاقة.
agents-link-reference-wrong = لا توجد شكاية أخرى بهذا الرقم. المرجو التحقق من كل حرف.
agents-relation-related = بينهما علاقة
agents-relation-continues = هذه تكملة للأخرى
agents-relation-together = نفس الموضوع: معالجتهما معا
agents-split = فصلها إلى شكايتين
agents-split-what = إذا تضمنت موضوعين يصبح الثاني شكاية مستقلة، مع الاحتفاظ بالمواطن والمكتب والتاريخ نفسه.
agents-split-text = الموضوع الثاني
agents-split-text-hint = بكلمات المواطن فيما يخص هذا الموضوع.
agents-split-documents = الوثائق المرافقة
agents-split-button = تسجيل الشكاية الثانية
agents-split-text-missing = المرجو كتابة الموضوع الثاني.
agents-category-choose = اختيار الموضوع
agents-category-missing = المرجو اختيار الموضوع من اللائحة.
agents-kind-missing = المرجو اختيار النوع.
agents-subject = باختصار
agents-subject-optional = باختصار (اختياري)
agents-subject-long = هذا السطر طويل جدا: 200 حرف على الأكثر.
agents-withdraw = سحب بطلب من المواطن
agents-withdraw-why = السبب الذي ذكره المواطن (اختياري)
agents-withdraw-sure = يرغب المواطن في ذلك
agents-withdraw-button = سحب
agents-withdraw-sure-missing = المرجو تأكيد رغبة المواطن.
agents-remark-optional = ملاحظة للزملاء (اختياري)

## The agents’ desk: filtering what came in

agents-filter-count = { $count ->
    [zero] لم ترد أي شكاية
    [one] شكاية واحدة وردت ولم تحل بعد
    [two] شكايتان وردتا ولم تحالا بعد
    [few] { $count } شكايات وردت ولم تحل بعد، المستعجلة أولا ثم الأقدم
    [many] { $count } شكاية وردت ولم تحل بعد، المستعجلة أولا ثم الأقدم
   *[other] { $count } شكاية وردت ولم تحل بعد، المستعجلة أولا ثم الأقدم
}
agents-filter-empty = لا شيء للفرز
agents-filter-empty-why = تصل الشكايات إلى هنا فور تسجيلها من طرف مكتب أو مواطن، أو عند إعادتها من طرف مؤسسة.
agents-filter-list = ما ورد
agents-perhaps-twice = ربما مكررة
agents-simple = بسيطة
agents-show-all = الكل
agents-show-urgent = مستعجلة
agents-show-twice = ربما مكررة
agents-show-offices = من المكاتب
agents-show-online = عبر الإنترنت
agents-age-minutes = { $count ->
    [zero] الآن
    [one] دقيقة
    [two] دقيقتان
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
agents-age-hours = { $count ->
    [zero] الآن
    [one] ساعة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
agents-age-days = { $count ->
    [zero] اليوم
    [one] يوم
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يوما
   *[other] { $count } يوم
}
agents-twin-this = هذه
agents-twin-person = ربما نفس الشكاية: نفس الشخص ونفس نوع الموضوع.
agents-twin-person-finished = سبق لنفس الشخص تقديم نفس نوع الموضوع قبل مدة قصيرة.
agents-twin-text = ربما نفس الشكاية: تشابه الكلمات بنسبة { $percent } %.
agents-twin-nearby = ربما نفس الشكاية: في نفس المكان وتشابه الكلمات بنسبة { $percent } %.
agents-put-together = ضمهما معا
agents-put-continues = هذه تكملة لها
agents-not-the-same = ليست نفسها
agents-goes-to = تحال على
agents-pass-on = إحالة
agents-pass-to = إحالة على { $institution }
agents-proposal-none = الموضوع غير معروف هنا. المرجو اختيار الوجهة.
agents-proposal-open = يتوقف ذلك على المكان أو الجهة المعنية. المرجو اختيار الوجهة.
agents-proposal-place = مقترح حسب القاعدة الخاصة بالمكان: { $place }.
agents-proposal-category = مقترح حسب قاعدة هذا الموضوع.
agents-skip = تخطي
agents-ask-citizen = سؤال المواطن
agents-to-an-office = إرجاع إلى مكتب
agents-given-back = أعادتها { $institution }: { $why }

## The agents’ desk: an office on the centre’s pages

agents-register-what = خاص بمكتب تعطلت حواسيبه. يصل كل ما يسجل هنا إلى المكتب بعد عودتها للعمل.
agents-register-text-hint = ماذا وقع، وأين، ومنذ متى.
agents-register-place = مكان الواقعة إن كان غير مكان سكنى المواطن (اختياري)
agents-register-citizen-hint = يمكن ترك أي خانة فارغة.
agents-register-surname = الاسم العائلي
agents-register-other-names = الاسم الشخصي
agents-register-locality = المدينة أو القرية أو الحي
agents-register-language-choose = اختيار لغة المواطن
agents-register-language-missing = المرجو اختيار اللغة.
agents-register-discretion = من يمكنه معرفة الاسم؟
agents-register-discretion-wrong = لا يمكن أخذ هذا الموضوع بهذه الطريقة. المرجو اختيار أخرى.
agents-discretion-open = كل من يعالجها
agents-discretion-confidential = ليس المؤسسة
agents-discretion-anonymous = لا أحد: لا يحتفظ بالاسم
agents-register-privacy = إشعار المعطيات الشخصية للقراءة
agents-register-notice = قرأت الإشعار على المواطن
agents-register-notice-missing = المرجو قراءة الإشعار ووضع العلامة.
agents-register-button = تسجيل
agents-register-text-missing = المرجو كتابة ما وقع.
agents-receipt-title = وصل للمواطن
agents-receipt-what = المرجو طباعة هذه الصفحة من المتصفح وتسليمها.

## The agents’ desk: figures

agents-overview-what = ما ورد خلال الشهر ومآله الآن، وما هو مفتوح الآن مهما كان تاريخ وروده.
agents-months = الشهور
agents-month-before = الشهر السابق
agents-month-after = الشهر الموالي
agents-count-came-in = الواردة
agents-count-dealt-with = منها المعالجة
agents-count-withdrawn = منها المسحوبة
agents-count-open = المفتوحة الآن
agents-count-overdue = منها المتأخرة
agents-count-waiting = منها في انتظار وثائق
agents-count-all = المجموع

## The agents’ desk: who looked at restricted complaints

agents-looks-what = يسجل كل اطلاع على شكاية محدودة الاطلاع، بما في ذلك اطلاعكم.
agents-looks-count = { $count ->
    [zero] لا اطلاع
    [one] اطلاع واحد
    [two] اطلاعان
    [few] { $count } اطلاعات، الأحدث أولا
    [many] { $count } اطلاعا، الأحدث أولا
   *[other] { $count } اطلاع، الأحدث أولا
}
agents-looks-reference = رقم مرجع شكاية
agents-look-when = متى
agents-look-who = من
agents-look-case = فتح الملف
agents-look-document = فتح إحدى وثائقه

## The agents’ desk: who may sign in

agents-people-role = الدور
agents-people-role-choose = اختيار دور
agents-people-role-missing = المرجو اختيار الدور.
agents-people-place = المؤسسة أو المكتب
agents-people-place-hint = للمكلفين والمسؤولين مؤسسة، وللمكتب عبر الإنترنت مكتب، ولا شيء للباقين.
agents-people-no-place = لا شيء
agents-people-institutions = المؤسسات
agents-people-offices = المكاتب
agents-people-change = تغيير
agents-people-password = إنشاء كلمة سر جديدة
agents-people-enable = السماح بالدخول مجددا
agents-people-disable = إيقاف الدخول
agents-people-disabled = الدخول موقوف
agents-people-one-time = لم تختر كلمة السر بعد
agents-people-role-button = تسجيل الدور
agents-people-add = إضافة شخص
agents-people-add-button = إضافة
agents-people-name = الاسم
agents-people-name-hint = كما سيظهر في المسارات.
agents-people-name-missing = المرجو كتابة الاسم، 100 حرف على الأكثر.
agents-people-login-hint = حروف لاتينية من a إلى z وأرقام و . - _ @
agents-people-login-wrong = حروف لاتينية وأرقام و . - _ @ فقط، 64 على الأكثر.
agents-people-login-taken = هذا الاسم مستعمل من طرف شخص آخر. المرجو اختيار غيره.
agents-people-institution-missing = المرجو اختيار المؤسسة لهذا الدور.
agents-people-office-missing = المرجو اختيار المكتب لهذا الدور.
agents-people-drawn = تم إنشاء كلمة سر
agents-people-drawn-what = تعرض مرة واحدة فقط. المرجو تبليغها شخصيا أو هاتفيا؛ وعند أول دخول يختار صاحبها كلمة سر خاصة.
agents-people-done-disable = تم تسجيل الخروج وإيقاف الدخول.
agents-people-done-enable = أصبح الدخول ممكنا مجددا.
agents-people-done-role = تم تسجيل الدور الجديد، ويسري ابتداء من الدخول المقبل.
agents-password-title = اختيار كلمة سر
agents-password-first = كلمة السر التي توصلتم بها صالحة مرة واحدة. المرجو اختيار كلمة لا يعرفها غيركم.
agents-password-old = كلمة السر الحالية
agents-password-new = كلمة السر الجديدة
agents-password-again = تأكيد كلمة السر الجديدة
agents-password-hint = 10 أحرف على الأقل. عدة كلمات أسهل للتذكر.
agents-password-button = تسجيل كلمة السر الجديدة
agents-password-done = تم تسجيل كلمة السر الجديدة.
agents-password-old-missing = المرجو كتابة كلمة السر التي دخلتم بها.
agents-password-old-wrong = هذه ليست كلمة السر التي دخلتم بها.
agents-password-new-wrong = المرجو اختيار كلمة سر أخرى من 10 أحرف على الأقل.
agents-password-again-wrong = الكلمتان غير متطابقتين. المرجو إعادة الكتابة.
agents-password-later = محاولات خاطئة كثيرة. المرجو المحاولة بعد 15 دقيقة.

## The agents’ desk: texts that answers start from

agents-templates-what = ينطلق المكلفون من هذه النصوص ويعدلونها حسب الحاجة.
agents-templates-done = تم تسجيل النص.
agents-templates-back = كل النصوص
agents-template-title = العنوان
agents-template-for = الغرض
agents-template-whose = الجهة
agents-template-written = كتبه
agents-template-retired = خارج الاستعمال
agents-template-retire = إخراجه من الاستعمال
agents-template-new = نص جديد
agents-template-text = النص
agents-template-hint = تعوض تلقائيا: { $reference } و { $name } (المواطن) و { $institution }.
agents-template-button = تسجيل النص
agents-template-versions = النسخ السابقة
agents-template-everybody = الجميع
agents-template-deed-missing = المرجو اختيار الغرض.
agents-template-title-missing = المرجو كتابة عنوان، 100 حرف على الأكثر.
agents-template-text-missing = المرجو كتابة النص.

## Lists that are longer than a list is

agents-queue-more = أكثر من { $count }. ضيقوا اللائحة للاطلاع على ما بعدها.
agents-queue-more-words = هذه الكلمات واردة في شكايات كثيرة، وقد جرى البحث في أحدثها. عدد ما في هذه اللائحة: { $count }، وكلمة إضافية تضيقها.
agents-filter-more = وردت أكثر من { $count } ولم توجه بعد. المستعجلة أولا ثم الأقدم.

## The agents’ desk: working by the keyboard

agents-keys-open = لوحة المفاتيح
agents-keys = العمل بلوحة المفاتيح
agents-keys-move = الشكاية الموالية والسابقة في اللائحة
agents-keys-enter-name = Enter
agents-keys-enter = فتح الشكاية المختارة
agents-keys-pages = الصفحة الموالية والسابقة من اللائحة
agents-keys-search = الذهاب إلى خانة البحث
agents-keys-back = الرجوع إلى اللائحة
agents-keys-help = إظهار هذه القائمة
agents-keys-on = استعمال المفاتيح المفردة
agents-keys-hint = أوقفوها إن كنتم تملون على الحاسوب بالصوت أو تضغطون المفاتيح خطأ. يبقى مفتاحا Tab وEnter ومفاتيح المتصفح صالحة في كل الأحوال.
agents-keys-close = إغلاق
# ما يقال لمواطني شكايات أخرى
agents-others-text = بصيغة أخرى للآخرين
agents-others-hint = { $count ->
    [zero] لا يصل هذا النص إلى غيره.
    [one] يصل هذا النص أيضا إلى صاحب شكاية أخرى.
    [two] يصل هذا النص أيضا إلى صاحبي شكايتين أخريين.
    [few] يصل هذا النص أيضا إلى أصحاب { $count } شكايات أخرى.
    [many] يصل هذا النص أيضا إلى أصحاب { $count } شكاية أخرى.
   *[other] يصل هذا النص أيضا إلى أصحاب { $count } شكاية أخرى.
 } اتركوا الخانة فارغة لإرسال النص نفسه إليهم. واكتبوا هنا نصا آخر إذا كان نصكم يذكر اسم أحد.
agents-others-needed = يصل نصكم أيضا إلى مواطنين آخرين، وهو يذكر صاحب هذه الشكاية، أو لا يطلع على الموضوع إلا قلة. اكتبوا هنا ما يقال للآخرين.
agents-others-on-its-page = يصل هذا النص أيضا إلى مواطنين آخرين، وهو يذكر صاحب هذه الشكاية، أو لا يطلع على الموضوع إلا قلة. افتحوا صفحة الشكاية واكتبوا فيها نصا آخر لهم. لم يرسل أي شيء.
agents-others-answer-first = أجيب عن الشكاية الأقدم بجواب يذكر صاحبها، أو لا يطلع على الموضوع إلا قلة. أجيبوا عن هذه أولا بصيغتها الخاصة ثم اضمموهما. لم يتغير أي شيء.

### مكتب الاستقبال. نفس المفاتيح ونفس المتغيرات في اللغات الأربع؛ ست صيغ لكل عدد.

## الإطار

app-name = الشباك
skip-to-page = إلى الصفحة
search = بحث
register = تسجيل
places = الأماكن
complaints = الشكايات
places-menu = القائمة
on-this-computer = في هذا الحاسوب
drafts = مسودات
waiting = في الانتظار
lock = قفل
keys-button = المفاتيح
language-and-display = اللغة والعرض
computer-number = الحاسوب { $number }
close = إغلاق
cancel = إلغاء
back-to-complaints = رجوع إلى الشكايات
try-again = إعادة المحاولة
open = فتح
optional = (اختياري)
joined = { $first }، { $second }
add-clerk = إضافة موظف(ة)
go-on-hint = ما كتبتموه محفوظ. تتابعون من حيث توقفتم.

## اللغة والعرض

display-language = اللغة
display-colours = الألوان
display-theme-system = حسب إعداد هذا الحاسوب
display-theme-light = فاتح
display-theme-dark = داكن
display-theme-contrast = تباين قوي
display-text-size = حجم الخط
display-percent = ‎{ $percent }%‎

## المفاتيح

keys-title = المفاتيح
keys-register = تسجيل شكاية
keys-search = بحث
keys-lock = قفل
keys-save = تسجيل وطباعة الوصل، تسجيل ملاحظة
keys-draft = حفظ المسودة
keys-rows = التنقل في لائحة
keys-open-row = فتح
keys-panes = الانتقال إلى الجزء الموالي من النافذة
keys-escape = إغلاق أو تراجع
keys-print = طباعة الوصل
keys-larger = خط أكبر أو أصغر
keys-help = عرض هذه المفاتيح
key-enter = Enter
key-space = المسافة

## الارتباط بالمركز

enrol-title = ربط هذا الحاسوب بالمركز
enrol-intro = سلمكم مسؤول النظام عنوانا ورمزا لهذا الحاسوب.
enrol-next = ينشئ هذا الحاسوب مفاتيحه بنفسه، ولا يصلح الرمز بعد ذلك. ثم يختار رئيس(ة) المكتب اسما ورمزا سريا.
enrol-server = عنوان المركز
enrol-server-hint = كما هو تماما في ورقة مسؤول النظام.
enrol-code = رمز يستعمل مرة واحدة
enrol-code-hint = يصلح مرة واحدة، ولهذا الحاسوب فقط.
enrol-button = ربط
enrol-working = جار الاتصال بالمركز
enrol-passphrase-title = لا توجد حافظة مفاتيح في هذا الحاسوب
enrol-passphrase-intro = عادة ما يحتفظ الحاسوب بمفتاح هذا المكتب في حافظة مفاتيحه. لا جواب منها هنا، لذلك تحل محلها عبارة سرية تطلب عند كل فتح.
enrol-passphrase-warning = المرجو كتابتها والاحتفاظ بها في خزنة المكتب. بدونها لا يستطيع أحد فتح ما هو مسجل في هذا الحاسوب.
passphrase-new = عبارة سرية جديدة
passphrase-new-hint = 12 حرفا على الأقل. أربع أو خمس كلمات يسهل تذكرها.
passphrase-again = نفس العبارة السرية مرة أخرى
passphrase-differs = العبارتان غير متطابقتين. المرجو إعادة كتابتهما.

## فتح المكتب

passphrase-title = فتح المكتب
passphrase-intro = ما هو مسجل في هذا الحاسوب محمي بعبارة سرية.
passphrase-label = العبارة السرية
passphrase-hint = تصلح بدون اتصال.
keyring-away-title = لا جواب من حافظة المفاتيح
keyring-away-what = مفتاح هذا المكتب في حافظة مفاتيح هذا الحاسوب، والحافظة مقفلة أو متوقفة.
keyring-away-do = المرجو فتح الحافظة أو الدخول إلى الحاسوب من جديد، ثم إعادة المحاولة. إذا استمر الأمر، المرجو الاتصال بمسؤول النظام.
key-missing-title = مفتاح هذا المكتب مفقود
key-missing-what = الشكايات موجودة في هذا الحاسوب، لكن المفتاح الذي يفتحها غير موجود. ربما ضاع مع حافظة المفاتيح.
key-missing-do = المرجو عدم إعادة تثبيت هذا الحاسوب والاتصال بمسؤول النظام لاسترجاع المفتاح. ما أرسل من قبل موجود في المركز.
store-damaged-title = تعذرت قراءة ما هو مسجل هنا
store-damaged-what = الملف الذي يضم شكايات هذا المكتب متضرر أو ليس كما يجب.
store-damaged-do = المرجو ترك الحاسوب كما هو والاتصال بمسؤول النظام. ما أرسل من قبل موجود في المركز.
store-busy-title = المكتب مفتوح من قبل
store-busy-what = برنامج آخر في هذا الحاسوب فتح شكايات هذا المكتب.
store-busy-do = المرجو البحث عن نافذة ثانية للمكتب، أو انتظار نهاية نسخة احتياطية، ثم إعادة المحاولة.
nothing-deleted = لم يحذف أي شيء.

## الموظفون

first-clerk-title = من يرأس هذا المكتب؟
first-clerk-intro = أصبح هذا الحاسوب تابعا إلى { $office }. أول موظف(ة) يرأس المكتب ويمكنه إضافة الآخرين.
clerk-name = الاسم
clerk-name-hint = كما يجب أن يظهر في سجل كل شكاية.
clerk-pin = الرمز السري
clerk-pin-again = نفس الرمز السري مرة أخرى
clerk-pin-differs = الرمزان غير متطابقين. المرجو إعادة كتابتهما.
clerk-role = المهمة
role-head = رئيس(ة) المكتب
role-clerk = موظف(ة) الاستقبال
role-trainee = متدرب(ة)
first-clerk-button = بدء
clerks-title = موظفو هذا المكتب
clerks-intro = يدخل كل واحد باسمه ورمزه السري. وما يقوم به أحد يسجل باسمه.
clerk-added = يمكن { $name } الدخول الآن.
clerk-disable = إيقاف
clerk-disable-what = لن يتمكن { $name } من الدخول بعد الآن في أي حاسوب من حواسيب هذا المكتب. وما قام به { $name } يبقى كما هو.
clerk-disable-yes = نعم، إيقاف
clerk-keep = الإبقاء
clerk-disabled = لم يعد بإمكان { $name } الدخول.
sign-in-who = من أنتم؟
sign-in-title = تسجيل الدخول
sign-in-pin-hint = يصلح بدون اتصال.

## سطر الحالة

status-all-sent = تم إرسال كل شيء.
status-nothing-waits = لا شيء في الانتظار.
status-last-exchange = آخر تبادل { $when }
status-no-exchange-yet = لم يتم أي تبادل بعد
status-next-soon = التبادل المقبل خلال أقل من دقيقة.
status-sending = جار الإرسال، تم تأكيد { $confirmed } من { $total }.
status-offline = لا اتصال. لا شيء في الانتظار.
status-oldest-since = أقدمها منذ { $when }
status-see-why = معرفة السبب
status-work-goes-on = العمل مستمر
status-trouble-protocol_version = لا يتفاهم هذا المكتب والمركز.
status-trouble-protocol_version-then = أحدهما يحتاج إلى تحديث. المرجو الاتصال بمسؤول النظام
status-trouble-not_admitted = المركز لا يعرف هذا الحاسوب.
status-trouble-not_admitted-then = المرجو الاتصال بمسؤول النظام
status-trouble-diverged = المركز وهذا الحاسوب غير متطابقين بعد استرجاع نسخة.
status-trouble-diverged-then = يمكنكم متابعة العمل. المرجو الاتصال بمسؤول النظام
status-trouble-not_a_centre = جهة أخرى تجيب مكان المركز.
status-trouble-not_a_centre-then = ربما تطلب الشبكة تسجيل الدخول
status-trouble-disk_full = لم يبق مكان في هذا الحاسوب.
status-trouble-disk_full-then = المرجو إفراغ مكان قبل المتابعة
status-trouble-past_changed = تغير سجل المركز بالنسبة ليوم سابق.
status-trouble-past_changed-then = يمكنكم متابعة العمل. المرجو الاتصال بمسؤول النظام
status-trouble-shut_out = أوقف المركز هذا الحاسوب.
status-trouble-shut_out-then = ما تم تسجيله هنا يبقى محفوظا. المرجو الاتصال بمسؤول النظام
status-trouble-quarantined = لا يمكن عرض شيء وصل من المركز هنا.
status-trouble-quarantined-then = هو محفوظ وكل ما عداه يعمل. المرجو الاتصال بمسؤول النظام

status-waiting = { $count ->
    [zero] لا شيء في الانتظار.
    [one] واحدة في الانتظار.
    [two] اثنتان في الانتظار.
    [few] { $count } في الانتظار.
    [many] { $count } في الانتظار.
   *[other] { $count } في الانتظار.
}
status-kept-here = { $count ->
    [zero] لا شيء في الانتظار، كل شيء محفوظ في هذا الحاسوب.
    [one] واحدة في الانتظار، محفوظة في هذا الحاسوب.
    [two] اثنتان في الانتظار، محفوظتان في هذا الحاسوب.
    [few] { $count } في الانتظار، محفوظة في هذا الحاسوب.
    [many] { $count } في الانتظار، محفوظة في هذا الحاسوب.
   *[other] { $count } في الانتظار، محفوظة في هذا الحاسوب.
}
status-next-minutes = { $count ->
    [zero] التبادل المقبل خلال { $count } دقيقة.
    [one] التبادل المقبل خلال دقيقة واحدة.
    [two] التبادل المقبل خلال دقيقتين.
    [few] التبادل المقبل خلال { $count } دقائق.
    [many] التبادل المقبل خلال { $count } دقيقة.
   *[other] التبادل المقبل خلال { $count } دقيقة.
}
status-next-hours = { $count ->
    [zero] التبادل المقبل خلال { $count } ساعة.
    [one] التبادل المقبل خلال ساعة واحدة.
    [two] التبادل المقبل خلال ساعتين.
    [few] التبادل المقبل خلال { $count } ساعات.
    [many] التبادل المقبل خلال { $count } ساعة.
   *[other] التبادل المقبل خلال { $count } ساعة.
}
status-offline-waiting = { $count ->
    [zero] لا اتصال. لا شيء في الانتظار، كل شيء محفوظ في هذا الحاسوب.
    [one] لا اتصال. واحدة في الانتظار، محفوظة في هذا الحاسوب.
    [two] لا اتصال. اثنتان في الانتظار، محفوظتان في هذا الحاسوب.
    [few] لا اتصال. { $count } في الانتظار، محفوظة في هذا الحاسوب.
    [many] لا اتصال. { $count } في الانتظار، محفوظة في هذا الحاسوب.
   *[other] لا اتصال. { $count } في الانتظار، محفوظة في هذا الحاسوب.
}
status-too-long = { $days ->
    [zero] لا اتصال منذ { $days } يوم. لا شيء في الانتظار.
    [one] لا اتصال منذ يوم واحد. لا شيء في الانتظار.
    [two] لا اتصال منذ يومين. لا شيء في الانتظار.
    [few] لا اتصال منذ { $days } أيام. لا شيء في الانتظار.
    [many] لا اتصال منذ { $days } يوما. لا شيء في الانتظار.
   *[other] لا اتصال منذ { $days } يوم. لا شيء في الانتظار.
}
status-too-long-waiting = { $days ->
    [zero] لا اتصال منذ { $days } يوم. في الانتظار: { $count }، محفوظة في هذا الحاسوب.
    [one] لا اتصال منذ يوم واحد. في الانتظار: { $count }، محفوظة في هذا الحاسوب.
    [two] لا اتصال منذ يومين. في الانتظار: { $count }، محفوظة في هذا الحاسوب.
    [few] لا اتصال منذ { $days } أيام. في الانتظار: { $count }، محفوظة في هذا الحاسوب.
    [many] لا اتصال منذ { $days } يوما. في الانتظار: { $count }، محفوظة في هذا الحاسوب.
   *[other] لا اتصال منذ { $days } يوم. في الانتظار: { $count }، محفوظة في هذا الحاسوب.
}
status-refused = { $refused ->
    [zero] كل شيء مقبول.
    [one] واحدة غير مقبولة، محفوظة هنا.
    [two] اثنتان غير مقبولتين، محفوظتان هنا.
    [few] { $refused } غير مقبولة، محفوظة هنا.
    [many] { $refused } غير مقبولة، محفوظة هنا.
   *[other] { $refused } غير مقبولة، محفوظة هنا.
}
status-refused-waiting = { $refused ->
    [zero] كل شيء مقبول. في الانتظار: { $count }.
    [one] واحدة غير مقبولة، محفوظة هنا. في الانتظار: { $count }.
    [two] اثنتان غير مقبولتين، محفوظتان هنا. في الانتظار: { $count }.
    [few] { $refused } غير مقبولة، محفوظة هنا. في الانتظار: { $count }.
    [many] { $refused } غير مقبولة، محفوظة هنا. في الانتظار: { $count }.
   *[other] { $refused } غير مقبولة، محفوظة هنا. في الانتظار: { $count }.
}
status-clock-ahead-minutes = { $count ->
    [zero] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق { $count } دقيقة.
    [one] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق دقيقة واحدة.
    [two] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق دقيقتين.
    [few] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق { $count } دقائق.
    [many] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق { $count } دقيقة.
   *[other] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق { $count } دقيقة.
}
status-clock-ahead-hours = { $count ->
    [zero] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق { $count } ساعة.
    [one] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق ساعة واحدة.
    [two] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق ساعتين.
    [few] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق { $count } ساعات.
    [many] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق { $count } ساعة.
   *[other] ساعة هذا الحاسوب متقدمة عن وقت المركز بفارق { $count } ساعة.
}
status-clock-behind-minutes = { $count ->
    [zero] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق { $count } دقيقة.
    [one] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق دقيقة واحدة.
    [two] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق دقيقتين.
    [few] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق { $count } دقائق.
    [many] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق { $count } دقيقة.
   *[other] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق { $count } دقيقة.
}
status-clock-behind-hours = { $count ->
    [zero] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق { $count } ساعة.
    [one] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق ساعة واحدة.
    [two] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق ساعتين.
    [few] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق { $count } ساعات.
    [many] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق { $count } ساعة.
   *[other] ساعة هذا الحاسوب متأخرة عن وقت المركز بفارق { $count } ساعة.
}

## ما ينتظر

panel-title-none = لا شيء في الانتظار
panel-reassure = لم يفقد أي شيء، ويمكنكم متابعة العمل.
panel-all-confirmed = أكد المركز كل ما سجل هنا.
panel-last-exchange = آخر تبادل
panel-next-try = المحاولة المقبلة
panel-next-soon = خلال أقل من دقيقة
panel-next-none = عند الطلب
panel-never = ليس بعد
panel-bytes = المرسل والمستقبل
panel-bytes-saved = { $packed } بدل { $plain }
panel-try-now = المحاولة الآن
panel-trying = جارية الآن
panel-stick-out = نقل إلى مفتاح USB…
panel-stick-in = قراءة من مفتاح USB…
panel-stick-written = تمت الكتابة: { $file }. العمليات فيه: { $count }. المركز وحده يمكنه قراءته. المرجو حمله إلى المركز وإرجاع الرد.
panel-stick-read = تمت قراءة الرد. ما أكده المركز: { $count }. ما وصل: { $arrived }. ما زال ينتظر: { $waiting }.
panel-stick-again = تم استرجاع المركز من نسخة احتياطية وينقصه عمل أقدم. المرجو كتابة ملف جديد له الآن.
panel-show-all = عرض كل ما ينتظر
waiting-title = في انتظار الإرسال
waiting-intro = مسجل في هذا الحاسوب ولم يؤكده المركز بعد، الأقدم أولا.
waiting-empty = لا شيء في الانتظار
waiting-empty-why = ما تسجلونه يأتي هنا إلى أن يؤكده المركز.
waiting-office = هذا المكتب
operation-registered = شكاية جديدة
operation-routed = إحالة
operation-status_changed = وضعية جديدة
operation-answered = جواب
operation-noted = ملاحظة
operation-withdrawn = سحب
operation-corrected = تصحيح
operation-chosen = اختيار بين نسختين
operation-document_added = وثيقة
operation-document_requested = وثيقة مطلوبة
operation-clerk_added = شخص جديد في المكتب
operation-clerk_disabled = شخص لم يعد يلج
operation-other = تغيير آخر

panel-title-waiting = { $count ->
    [zero] لا شيء في الانتظار، كل شيء محفوظ في هذا الحاسوب
    [one] واحدة في الانتظار، محفوظة في هذا الحاسوب
    [two] اثنتان في الانتظار، محفوظتان في هذا الحاسوب
    [few] { $count } في الانتظار، محفوظة في هذا الحاسوب
    [many] { $count } في الانتظار، محفوظة في هذا الحاسوب
   *[other] { $count } في الانتظار، محفوظة في هذا الحاسوب
}
panel-next-minutes = { $count ->
    [zero] خلال { $count } دقيقة
    [one] خلال دقيقة واحدة
    [two] خلال دقيقتين
    [few] خلال { $count } دقائق
    [many] خلال { $count } دقيقة
   *[other] خلال { $count } دقيقة
}
panel-next-hours = { $count ->
    [zero] خلال { $count } ساعة
    [one] خلال ساعة واحدة
    [two] خلال ساعتين
    [few] خلال { $count } ساعات
    [many] خلال { $count } ساعة
   *[other] خلال { $count } ساعة
}

## التسجيل

register-title = تسجيل شكاية
register-kind = ما نوعها؟
kind-complaint = شكاية
kind-request = طلب
kind-information = طلب معلومات
kind-suggestion = اقتراح
register-citizen = المواطن(ة)
register-citizen-hint = يمكن ترك أي خانة فارغة.
citizen-surname = الاسم العائلي
citizen-other_names = الأسماء الشخصية
citizen-nic = رقم البطاقة
citizen-phone = رقم الهاتف
citizen-email = البريد الإلكتروني
citizen-address = العنوان
citizen-locality = المدينة أو الحي أو الدوار
remark-nic-shape = هذا ليس شكل رقم بطاقة. المرجو النظر إلى البطاقة من جديد. يمكن تسجيله كما هو.
remark-nic-date = التاريخ الموجود في هذا الرقم غير صحيح. المرجو النظر إلى البطاقة من جديد. يمكن تسجيله كما هو.
remark-nic-check = الحرف الأخير لا يناسب. المرجو النظر إلى البطاقة من جديد. يمكن تسجيله كما هو.
remark-phone-shape = هذا ليس رقم هاتف من هذا البلد. يمكن تسجيله كما هو.
remark-phone-short = رقم الهاتف هذا قصير جدا. يمكن تسجيله كما هو.
remark-phone-long = رقم الهاتف هذا طويل جدا. يمكن تسجيله كما هو.
remark-locality = هذا المكان غير موجود في اللائحة. سيبقى كما كتبتموه.
register-matter-part = الموضوع والتفاصيل
matter = الموضوع الرئيسي
matter-hint = المرجو كتابة كلمة، بأي لغة، والاختيار من اللائحة.
matter-list = المواضيع
category-title = { $group }: { $name }
matter-none = لا يوجد موضوع بهذه الكلمات. المرجو تجريب كلمة أخرى.
localities-list = المدن والأحياء والدواوير
register-text = ما جرى، بكلمات المواطن(ة)
register-subject = في كلمات قليلة
register-subject-hint = إذا بقيت فارغة تؤخذ الكلمات الأولى من النص.
register-place = المكان
register-place-hint = إذا لم يكن في عنوان المواطن(ة).
register-language = لغة المواطن(ة)
goes-to = تحال على
answer-by = الجواب عادة قبل { $date }، { $days }
no-clock = لم يحدد يوم للجواب.
matter-restricted = عدد قليل من الأشخاص سيطلع على هذه الشكاية.
documents-needed = الوثائق المطلوبة
documents-none = لا حاجة إلى أي وثيقة.
matter-first = بعد اختيار الموضوع يظهر هنا إلى أين تحال الشكاية، وأجل الجواب المعتاد، والوثائق المطلوبة.
register-telling = كيف نخبر المواطن(ة)
register-telling-hint = المرجو السؤال عما يوافق عليه المواطن(ة).
contact-phone = الهاتف
contact-sms = رسالة قصيرة
contact-letter = رسالة بريدية
contact-email = البريد الإلكتروني
contact-visit = في الزيارة المقبلة
contact-no-phone = لا يوجد رقم هاتف بعد.
contact-no-email = لا يوجد بريد إلكتروني بعد.
contact-no-address = لا يوجد عنوان بعد.
register-notice = يقرأ على المواطن(ة)
notice-read = تمت القراءة على المواطن(ة)
notice-read-in = تمت القراءة بلغة: { $language }.
emergency-line = في حالة خطر؟ ليس هنا، المرجو الاتصال:
emergency-police = الشرطة { $number }
emergency-ambulance = الإسعاف { $number }
emergency-fire = الوقاية المدنية { $number }
emergency-other = { $service } { $number }
save-and-print = تسجيل وطباعة الوصل
keep-as-draft = حفظ المسودة
draft-saved = تم حفظ المسودة في هذا الحاسوب على الساعة { $time }
draft-not-saved = تعذر حفظ المسودة. ما كتبتموه ما زال على الشاشة.
missing-category = المرجو اختيار الموضوع من اللائحة
missing-text = المرجو ذكر ما جرى، جملة واحدة تكفي
missing-notice = المرجو قراءة البيان على المواطن(ة) ووضع العلامة

suggestions-shown = { $count ->
    [zero] اللائحة فارغة.
    [one] اقتراح واحد في اللائحة. الاختيار بالأسهم ثم Enter.
    [two] اقتراحان في اللائحة. الاختيار بالأسهم ثم Enter.
    [few] { $count } اقتراحات في اللائحة. الاختيار بالأسهم ثم Enter.
    [many] { $count } اقتراحا في اللائحة. الاختيار بالأسهم ثم Enter.
   *[other] { $count } اقتراح في اللائحة. الاختيار بالأسهم ثم Enter.
}
working-days = { $count ->
    [zero] { $count } يوم عمل
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $count } أيام عمل
    [many] { $count } يوم عمل
   *[other] { $count } يوم عمل
}
missing-title = { $count ->
    [zero] لا ينقص أي شيء
    [one] ينقص شيء واحد
    [two] ينقص شيئان
    [few] تنقص { $count } أشياء
    [many] ينقص { $count } شيئا
   *[other] ينقص { $count } شيء
}

## الوصل

saved-title = تم التسجيل. المرجع
saved-what-next = سترسل مع التبادل المقبل. المرجع لا يتغير أبدا.
saved-due = من المنتظر أن يصل الجواب في أجل أقصاه { $date }.
access-code = رمز التتبع
access-code-hint = للمواطن(ة) فقط، لتتبع الشكاية.
receipt-title = الوصل
receipt-duplicate = سبقت طباعته: هذه النسخة تحمل كلمة «نظير».
receipt-page = الوصل، الصفحة { $page } من { $pages }
receipt-language = لغة الوثيقة
print = طباعة
print-failed = لا جواب من الطابعة. الوصل مسجل؛ يمكن إعادة طباعته من صفحة الشكاية.
save-as-pdf = تسجيل بصيغة PDF
saved-at-path = تم الحفظ في
next-complaint = الشكاية الموالية
open-complaint = فتح الشكاية

## اللوائح

filter-label = عرض
filter-all = الكل
filter-news = الجديد
filter-due = ذات أجل
filter-waiting = في الانتظار
list-range = { $from } إلى { $to } من { $total }
list-keys = ↑ ↓ للتنقل، Enter للفتح
next-page = { $count } الموالية
previous-page = { $count } السابقة
show-them = عرضها
column-complaint = الشكاية
column-citizen = المواطن(ة)
column-with = لدى
column-status = الوضعية
column-due = الأجل
column-reference = المرجع
column-exchange = التبادل
news = جديد
no-name = بدون اسم
empty-all = لا توجد شكايات بعد
empty-all-why = الشكايات التي تسجلونها تأتي هنا.
empty-news = لا جديد
empty-news-why = عندما يجيب المركز أو إحدى المؤسسات تأتي الشكاية هنا.
empty-due = لا شيء له أجل
empty-due-why = الشكايات المفتوحة التي لها أجل تأتي هنا، الأكثر استعجالا أولا.
empty-waiting = لا شيء في الانتظار
empty-waiting-why = ما تسجلونه يأتي هنا إلى أن يؤكده المركز.
search-title = بحث
search-most = أول { $count } نتيجة عن «{ $words }». المرجو كتابة المزيد لتقليل النتائج.
search-none = لا توجد أي نتيجة
search-none-why = المرجو تجريب جزء من الاسم أو المرجع أو رقم البطاقة أو الهاتف أو كلمة من النص.
search-how-title = عم تبحثون؟
search-how = المرجو كتابة اسم أو مرجع أو رقم بطاقة أو رقم هاتف أو كلمات من النص.
drafts-title = المسودات
drafts-intro = محفوظة في هذا الحاسوب إلى أن تسجل أو ترمى.
drafts-empty = لا توجد مسودات
drafts-empty-why = ما تكتبونه يحفظ هنا أثناء الكتابة.
draft-continue = متابعة
draft-discard = رمي
draft-discarded = تم رمي المسودة.
draft-untitled = بدون كلمات بعد
undo = تراجع

list-none = لا شكاية
list-all = { $count ->
    [zero] لا توجد أي شكاية، الأحدث أولا
    [one] شكاية واحدة، الأحدث أولا
    [two] شكايتان، الأحدث أولا
    [few] { $count } شكايات، الأحدث أولا
    [many] { $count } شكاية، الأحدث أولا
   *[other] { $count } شكاية، الأحدث أولا
}
list-news = { $count ->
    [zero] لا توجد أي شكاية فيها جديد، الأحدث أولا
    [one] شكاية واحدة فيها جديد، الأحدث أولا
    [two] شكايتان فيها جديد، الأحدث أولا
    [few] { $count } شكايات فيها جديد، الأحدث أولا
    [many] { $count } شكاية فيها جديد، الأحدث أولا
   *[other] { $count } شكاية فيها جديد، الأحدث أولا
}
list-due = { $count ->
    [zero] لا توجد أي شكاية لها أجل
    [one] شكاية واحدة لها أجل
    [two] شكايتان لهما أجل، الأكثر استعجالا أولا
    [few] { $count } شكايات لها أجل، الأكثر استعجالا أولا
    [many] { $count } شكاية لها أجل، الأكثر استعجالا أولا
   *[other] { $count } شكاية لها أجل، الأكثر استعجالا أولا
}
list-waiting = { $count ->
    [zero] لا توجد أي شكاية فيها شيء ينتظر الإرسال
    [one] شكاية واحدة فيها شيء ينتظر الإرسال
    [two] شكايتان فيها شيء ينتظر الإرسال
    [few] { $count } شكايات فيها شيء ينتظر الإرسال
    [many] { $count } شكاية فيها شيء ينتظر الإرسال
   *[other] { $count } شكاية فيها شيء ينتظر الإرسال
}
came-in = { $count ->
    [zero] لم تصل أي شكاية.
    [one] وصلت شكاية واحدة.
    [two] وصلت شكايتان.
    [few] وصلت { $count } شكايات.
    [many] وصلت { $count } شكاية.
   *[other] وصلت { $count } شكاية.
}
search-found = { $count ->
    [zero] لا نتيجة عن «{ $words }»
    [one] نتيجة واحدة عن «{ $words }»
    [two] نتيجتان عن «{ $words }»
    [few] { $count } نتائج عن «{ $words }»
    [many] { $count } نتيجة عن «{ $words }»
   *[other] { $count } نتيجة عن «{ $words }»
}

## العلامات والوضعية والأجل

mark-waiting = في انتظار الإرسال
mark-waiting-short = في الانتظار
mark-sent = تم الإرسال
mark-refused = غير مقبول
state-received = تم التوصل بها
state-checked = تمت دراستها
state-passed_on = تمت إحالتها
state-waiting_documents = في انتظار وثائق
state-in_progress = قيد المعالجة
state-answered = تم الرد عليها
state-resolved = تمت تسويتها
state-closed = تم إغلاقها
state-reopened = أعيد فتحها
state-withdrawn = تم سحبها
due-today = اليوم

due-over = { $count ->
    [zero] تأخر اليوم
    [one] تأخر يوم واحد
    [two] تأخر يومين
    [few] تأخر { $count } أيام
    [many] تأخر { $count } يوما
   *[other] تأخر { $count } يوم
}
due-in = { $count ->
    [zero] اليوم
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $count } أيام
    [many] بقي { $count } يوما
   *[other] بقي { $count } يوم
}

## شكاية واحدة

story = ما جرى
said-by-citizen = بكلمات المواطن(ة)
step-registered = تم التسجيل في الشباك من طرف { $name }.
step-routed = تمت الإحالة على { $institution } من طرف { $name }.
step-status_changed = تغيرت الوضعية إلى «{ $status }» من طرف { $name }.
step-answered-final = جواب نهائي من طرف { $name }:
step-answered-interim = جواب أولي من طرف { $name }:
step-noted-internal = ملاحظة للزملاء من طرف { $name }:
step-noted-citizen = ملاحظة للمواطن(ة) من طرف { $name }:
step-withdrawn = تم السحب بطلب من المواطن(ة) من طرف { $name }.
step-corrected = تصحيح من طرف { $name }: { $field }.
step-corrected-short = تصحيح: { $field }
step-values = من قبل: «{ $from }» · الآن: «{ $to }»
step-chosen = اختيار بين نسختين مختلفتين من طرف { $name }: { $field }.
step-document_added = أضيفت وثيقة من طرف { $name }:
step-document_requested = طلب وثيقة من المواطن(ة) من طرف { $name }:
step-told = { $way ->
    [phone] تم إخبار المواطن(ة) هاتفيا من طرف { $name }.
    [sms] تم إخبار المواطن(ة) برسالة نصية من طرف { $name }.
    [letter] تم إخبار المواطن(ة) برسالة من طرف { $name }.
    [email] تم إخبار المواطن(ة) بالبريد الإلكتروني من طرف { $name }.
   *[visit] تم إخبار المواطن(ة) في الشباك من طرف { $name }.
}
step-not-reached = { $way ->
    [phone] اتصل { $name } هاتفيا. لم يرد أحد.
   *[other] حاول { $name } إخبار المواطن(ة) دون جدوى.
}
step-rated = رأي المواطن(ة) كما سجله { $name }: { $stars } من 5.
step-handed_over = تم التحويل إلى المكتب { $office } من طرف { $name }.
step-escalated = تم الرفع إلى { $to } من طرف { $name }:
step-escalated-centre = الوحدة المركزية
step-linked = سجل { $name } ارتباطها بالشكاية { $reference }.
step-retracted = ألغى { $name } العملية.
step-assigned = كلف { $name } بها { $to }.
step-assigned-nobody = سجل { $name } أنها غير مسندة إلى شخص بعينه.
step-triaged = { $how ->
    [both] جعلها { $name } مستعجلة ومحجوبة.
    [urgent] جعلها { $name } مستعجلة.
    [restricted] جعلها { $name } محجوبة: لا يطلع عليها إلا من يعالجها.
   *[neither] سجل { $name } أنها ليست مستعجلة ولا محجوبة.
}
step-merged = سجل { $name } أنها تعالج مع { $reference }.
step-unknown = قام { $name } بشيء لا تعرفه هذه النسخة من المكتب بعد. تم الاحتفاظ به.
step-place-centre = { $name }، المركز
step-place-citizen = { $name }، عبر البوابة
step-place-automatic = المركز، وفق قاعدة
step-taken-back = ألغيت ولم تعد محتسبة.
step-refused = لم يقبله المركز. النص محفوظ.
due-heading = أجل الجواب النهائي
due-none = لم يحدد يوم.
citizen-heading = المواطن(ة)
fact-name = الاسم
fact-nic = رقم البطاقة
fact-phone = الهاتف
fact-email = البريد الإلكتروني
fact-address = العنوان
fact-speaks = اللغة
fact-contact = الإخبار عبر
fact-code = رمز التتبع
with-heading = لدى
fact-now = الآن
fact-hotline = الهاتف
fact-office = المكتب
fact-registered = التسجيل
fact-when = متى
no-citizen = لم يعط المواطن(ة) اسما ولا عنوانا.
note-for-citizen = للمواطن(ة) أيضا
note-for-citizen-hint = وإلا يقرؤها الزملاء فقط.
print-again = إعادة طباعة الوصل
live-changed = وصل جديد: { $what }
refused-text = نصكم محفوظ أسفله. يمكنكم كتابته من جديد كملاحظة.
field-surname = الاسم العائلي
field-other_names = الاسم الشخصي
field-nic = رقم البطاقة الوطنية للتعريف
field-phone = الهاتف
field-email = البريد الإلكتروني
field-address = العنوان
field-locality = الحي أو الدوار
field-place = المكان
field-subject = الموضوع
field-text = ما وقع
field-category = الموضوع الرئيسي
field-other = خانة لا تعرفها هذه النسخة بعد
field-empty = لا شيء
differ-title = نسختان مختلفتان: { $field }
differ-intro = كتبتا في نفس الوقت. المرجو سؤال من يعرف ثم الاختيار.
differ-which = ما هو الصحيح؟
differ-other = شيء آخر
differ-other-label = الصحيح
differ-save = الاحتفاظ بهذا
differ-missing = المرجو اختيار الصحيح أو كتابته.
correct = تصحيح معلومة
correct-which = أي جزء
correct-value = القيمة الصحيحة
correct-save = تسجيل التصحيح
correct-refused = لا يمكن تغيير هذا في الوضعية الحالية للشكاية، أو لا يمكن تركه فارغا.
documents = الوثائق
documents-empty = لا توجد وثائق بعد
document-unnamed = وثيقة بدون اسم
document-size = { $size } كيلوبايت
document-on-its-way = في الطريق: وصل ‎{ $percent }%‎
document-waiting = موجودة هنا، في انتظار الإرسال
document-to-centre = في الطريق إلى المركز: عبر ‎{ $percent }%‎
document-not-here = غير موجودة على هذا الحاسوب
document-asked = ستصل مع التبادل القادم
document-refused = المركز لا يقبل هذه الوثيقة؛ تبقى على هذا الحاسوب
document-fetch = إحضار
document-here = موجودة هنا ولدى المركز
document-show = عرض
document-save = حفظ
document-add = إضافة وثيقة
tasks = للتسوية
tasks-title = للتسوية
tasks-intro = ما يحتاج إلى قرار. لا شيء يضيع هنا، ولا شيء آخر ينتظره.
tasks-differ = نسختان مختلفتان
tasks-differ-in = ما يختلف: { $fields }
tasks-refused = غير مقبول من طرف المركز
tasks-empty = لا شيء للتسوية
tasks-empty-why = ما لا يقبله المركز يأتي إلى هنا مع نصه، وكذلك ما كتبه شخصان باختلاف في نفس الوقت.
task-refused = غير مقبول: { $reason }
task-refused-again = لا يزال غير مقبول في الوضعية الحالية للشكاية. المرجو الاطلاع على الشكاية ثم تسجيل التسوية.
task-again = إعادة الإنجاز
task-draft = تحويل إلى مسودة
task-done = تمت التسوية
refusal-not_registered = هذه الشكاية غير موجودة في المركز.
refusal-already_registered = سبق تسجيل الشكاية.
refusal-overtaken = سبق لشخص آخر أن غير الوضعية.
refusal-not_possible = هذه الوضعية لا تؤدي إلى ذلك.
refusal-finished = الشكاية منتهية.
refusal-other_office = الشكاية لدى مكتب آخر.
refusal-unreadable = تعذر على المركز قراءتها.
refusal-disabled = سبق تعطيل حساب صاحبها قبل وصولها.
refusal-field_fixed = لم يعد تصحيح هذا ممكنا في وضعية الشكاية الحالية.
refusal-field_empty = لا يمكن ترك هذه الخانة فارغة.
refusal-repeated = سبق تسجيلها.
refusal-retracted = ألغاها صاحبها.
refusal-other = لسبب لا تعرفه هذه النسخة.

refused-title = { $count ->
    [zero] كل التغييرات مقبولة
    [one] تغيير واحد لم يقبل
    [two] تغييران لم يقبلا
    [few] { $count } تغييرات لم تقبل
    [many] { $count } تغييرا لم يقبل
   *[other] { $count } تغيير لم يقبل
}

## الأخطاء

error-generic = وقع مشكل. لم يفقد أي شيء مما كتبتموه.
error-internal = وقع مشكل في هذا البرنامج. لم يفقد أي شيء مما كتبتموه؛ المرجو إعادة المحاولة أو الاتصال بمسؤول النظام.
error-code_wrong = المركز لا يعرف هذا الرمز. المرجو مقارنته بورقتكم حرفا حرفا.
error-code_used = سبق استعمال هذا الرمز. المرجو طلب رمز جديد من مسؤول النظام.
error-code_expired = هذا الرمز قديم جدا. المرجو طلب رمز جديد من مسؤول النظام.
error-code_of_another_office = هذا الرمز لمكتب آخر. المرجو طلب رمز لهذا المكتب من مسؤول النظام.
error-unreachable = لا جواب من المركز. المرجو التحقق من السلك أو الشبكة اللاسلكية ومن العنوان، ثم إعادة المحاولة.
error-not_a_centre = هناك جواب من هذا العنوان، لكنه ليس مركزا. المرجو التحقق من العنوان؛ ربما تطلب الشبكة تسجيل الدخول أولا.
error-protocol_version = لا يتفاهم هذا المكتب والمركز: أحدهما يحتاج إلى تحديث. المرجو الاتصال بمسؤول النظام.
error-keyring_unavailable = لا جواب من حافظة مفاتيح هذا الحاسوب. المرجو فتحها أو استعمال عبارة سرية.
error-passphrase_wrong = هذه العبارة السرية لا تفتح المكتب. المرجو الانتباه إلى الحروف الكبيرة والصغيرة وكتابتها من جديد.
error-passphrase_short = يجب أن تضم العبارة السرية 12 حرفا على الأقل.
error-pin_wrong = الرمز السري غير صحيح. المرجو كتابته من جديد.
error-pin_short = يحتاج الرمز إلى { $count } أرقام على الأقل.
error-locked_out = محاولات كثيرة. المرجو الانتظار بضع دقائق ثم إعادة المحاولة.
error-name_missing = المرجو كتابة الاسم.
error-name_taken = هناك شخص يدخل هنا بهذا الاسم. المرجو إضافة اسم ثان أو حرف.
error-text_missing = المرجو ذكر ما جرى، جملة واحدة تكفي.
error-category_missing = المرجو اختيار الموضوع من اللائحة.
error-notice_missing = المرجو قراءة البيان على المواطن(ة) ووضع العلامة.
error-not_found = لم يعد هذا موجودا في هذا الحاسوب.
error-not_signed_in = المكتب مقفل. المرجو تسجيل الدخول والمتابعة من حيث توقفتم.
error-not_allowed = ليست لديكم صلاحية القيام بهذا. المرجو الرجوع إلى رئيس(ة) المكتب.
error-disk_full = لم يبق مكان في هذا الحاسوب. ما سجلتموه من قبل محفوظ؛ المرجو إفراغ مكان ثم إعادة التسجيل.
error-carry_not_a_carry_file = هذا ليس ملفا كتبه Guichet لمفتاح USB. المرجو اختيار رد المركز.
error-carry_newer = كتب هذا الملف بإصدار أحدث من Guichet. يجب تحديث هذا الحاسوب أولا.
error-carry_is_request = هذا الملف موجه إلى المركز. المرجو اختيار الرد الذي كتبه المركز.
error-carry_is_reply = هذا الملف رد من المركز. يقرأ في المكتب الذي طلبه.
error-carry_sealed_to_another = هذا الرد موجه إلى حاسوب آخر ولا يمكن فتحه هنا.
error-carry_damaged = الملف متضرر. ما كان كاملا محفوظ؛ المرجو نسخه من جديد.
error-carry_too_short = الملف ينتهي قبل الأوان. ما كان كاملا محفوظ؛ المرجو نسخه من جديد.
error-carry_no_key = لا يمكن استعمال ختم المركز. المرجو الاتصال بمسؤول النظام.
error-carry_would_overwrite = يوجد ملف آخر بهذا الاسم. المرجو اختيار اسم آخر.
error-carry_full = لم يبق مكان في المفتاح. لم يفقد أي شيء؛ المرجو إفراغ مكان أو أخذ مفتاح آخر.
error-carry_read_only = لا يمكن الكتابة هناك. هل المفتاح مقفل؟
error-carry_too_large = المفتاح لا يقبل ملفا بهذا الحجم. المرجو أخذ مفتاح مهيأ بنظام exFAT.
error-carry_failed = تعذرت قراءة المفتاح أو الكتابة عليه. المرجو إدخاله من جديد وإعادة المحاولة.
error-carry_no_recipient = هذا الحاسوب لا يعرف بعد ختم المركز. المرجو تركه يقوم بتبادل واحد عبر الاتصال.
error-carry_other_state = هذا الرد يخص حالة أخرى لهذا الحاسوب. المرجو كتابة ملف جديد وحمله إلى المركز.
error-carry_not_taken = المركز لا يقبل الملف.
error-store_damaged = تعذرت قراءة ما هو مسجل هنا. لم يحذف أي شيء؛ المرجو الاتصال بمسؤول النظام.
error-store_busy = برنامج آخر فتح الشكايات. المرجو إغلاقه ثم إعادة المحاولة.
error-key_missing = مفتاح هذا المكتب مفقود. لم يحذف أي شيء؛ المرجو الاتصال بمسؤول النظام.
error-address_wrong = هذا ليس عنوانا. يشبه العنوان centre.example.mu، كما في ورقتكم.
error-refused = رفض المركز. المرجو الاتصال بمسؤول النظام.
error-text_too_long = النص طويل جدا. المرجو اختصاره أو كتابة الباقي كملاحظة.
error-document_empty = الملف فارغ. المرجو اختيار ملف آخر.
error-document_too_large = الملف كبير جدا. المرجو مسحه بتفاصيل أقل أو كصورة.
error-document_kind = لا يقبل هذا النوع من الملفات. المرجو استعمال صورة (JPEG أو PNG أو WebP) أو ملف PDF.
error-document_damaged = الملف تالف أو ليس كما يبدو. المرجو مسح الصفحة من جديد.
error-document_on_its_way = الوثيقة لا تزال في الطريق. يمكن فتحها عندما تصل كاملة.
error-in_conflict = توجد نسختان مختلفتان. المرجو فتح الشكاية والاختيار.
error-not_again = لا يمكن إعادة إنجاز هذا هنا. المرجو تسجيل التسوية.
error-field_wrong = لا توجد هذه الخانة.
error-no_conflict = لم يبق ما يختار.
error-last_head = لا يمكن إيقاف آخر رئيس للمكتب ولا تغيير مهمته. عينوا رئيسا آخر أولا.
error-no_such_clerk = لا يوجد أحد بهذا الاسم هنا.
error-server_missing = المرجو كتابة عنوان المركز.
error-one_time_code_missing = المرجو كتابة الرمز الذي يستعمل مرة واحدة.
error-summary = هناك مشكل

## Papers: letters, registers, reports, and checking a receipt

papers = الأوراق
papers-title = الأوراق
papers-intro = وصل يأتي به أحد المرتفقين، وسجل يوم، وتقرير شهر.
paper-size = الورق
paper-size-a5 = A5
paper-size-a4 = A4
paper-size-roll80 = لفافة 80 مم
paper-show = عرض
paper-own-language = لغة الشاشة

letters-title = الرسائل
letter-acknowledgement = إشعار بالتوصل
letter-documents = طلب وثائق
letter-answer = جواب
letter-closing = رسالة إغلاق
letter-hand_over = ورقة الإحالة
letter-about-receipt = مع المرجع ورمز التتبع والرمز المربع للتحقق منه
letter-about-acknowledgement = إلى المواطن(ة) بشأن التسجيل
letter-about-acknowledgement-with = إلى المواطن(ة)، والملف لدى { $with }
letter-about-documents = إلى المواطن(ة) بطلب من هذا المكتب
letter-about-documents-with = إلى المواطن(ة) بطلب من { $with }
letter-about-answer = إلى المواطن(ة)، جواب هذا المكتب
letter-about-answer-with = إلى المواطن(ة)، جواب { $with }
letter-about-closing = إلى المواطن(ة) بشأن نهاية الملف
letter-about-closing-with = إلى المواطن(ة) بشأن نهاية الملف، { $with }
letter-about-hand_over = ترافق الأوراق
letter-about-hand_over-with = ترافق الأوراق إلى { $with }
letter-written = طبعت { $when } من طرف { $by }، وكل نسخة أخرى تحمل كلمة «نظير»

check-title = التحقق من وصل
check-label = الرمز المربع للوصل
check-hint = المرجو وضع المؤشر هنا ومسح الرمز الذي يبدأ بالحروف GC1. لا حاجة إلى الاتصال.
check-deed = تحقق
check-claims = يقول الوصل نفسه:
check-reference = المرجع
check-office = المكتب
check-received = تاريخ التوصل
check-matter = الموضوع
check-due = أجل الجواب
check-genuine = هذا الوصل صحيح.
check-genuine-means = أعده هذا المكتب، والشكاية موجودة هنا. يثبت أنها أودعت في ذلك اليوم وموضوعها، ولا يبين من هو صاحب الحق.
check-other_registration = الوصل صحيح، لكن السجل هنا مختلف.
check-other_registration-means = وقعه حاسوب من هذا المكتب. يذكر السجل هنا تسجيلا آخر لهذه الشكاية: إما أعيد إعداد الحاسوب أو وقع تغيير. المرجو إخبار المركز.
check-not_here = الوصل صحيح، والشكاية غير موجودة على هذا الحاسوب.
check-not_here-means = وقعه حاسوب من هذا المكتب. ستصل الشكاية مع التبادل المقبل.
check-shut_out = وقعه حاسوب تم إقصاؤه.
check-shut_out-means = الشكاية غير موجودة هنا أيضا. لا يعتمد عليه، والمرجو سؤال المركز.
check-issuer_unknown = لا يمكن التحقق منه هنا.
check-issuer_unknown-means = وقعه حاسوب غير معروف هنا، ربما من مكتب آخر. المرجو سؤال المركز الذي يعرفها جميعا.
check-not_genuine = هذا الوصل غير صحيح.
check-not_genuine-means = ما يقوله ليس ما تم توقيعه: لقد غير. المرجو الاحتفاظ بنسخة وإخبار رئيس(ة) المكتب.
check-not_a_receipt = هذا ليس الرمز المربع لوصل.
check-not_a_receipt-means = يبدأ نصه بالحروف GC1. المرجو مسح المربع الكبير الموجود على الوصل.
check-damaged = لم تتم قراءة الرمز كاملا.
check-damaged-means = المرجو إعادة المسح. إذا تكرر ذلك فالقارئ يستعمل لوحة مفاتيح غير لوحة هذا الحاسوب: المرجو ضبطه عليها.

day-register-title = سجل يوم
day-register-label = اليوم
day-register-hint = مثلا 24/11/2026
month-report-title = تقرير شهر
month-report-label = الشهر
month-report-hint = مثلا 11/2026
error-period_wrong = المرجو كتابة السنة والشهر واليوم بالأرقام كما في المثال.
error-no_such_letter = تقدمت معالجة الشكاية ولم تعد هذه الرسالة مناسبة. المرجو الرجوع إلى الرسائل.

## The morning

morning = الصباح
morning-as-of = حسب التبادل { $when }
morning-waiting = { $count ->
    [zero] لا شيء في انتظار الإرسال
    [one] عملية واحدة في انتظار الإرسال منذ { $when }
    [two] عمليتان في انتظار الإرسال، أقدمهما منذ { $when }
    [few] { $count } عمليات في انتظار الإرسال، أقدمها منذ { $when }
    [many] { $count } عملية في انتظار الإرسال، أقدمها منذ { $when }
   *[other] { $count } عملية في انتظار الإرسال، أقدمها منذ { $when }
}
morning-holiday = يوم عطلة: { $name }. لا يسري أي أجل اليوم.
morning-figures = اليوم بالأرقام
figure-overdue = متأخرة
figure-due-today = تنتهي اليوم
figure-to-decide = للبت
figure-to-tell = مواطنون ينتظرون الإخبار
figure-came-in = مستجدات
morning-changed = طرأ تغيير منذ فتح هذه الصفحة.
morning-due = المتأخرة وما ينتهي اليوم
morning-due-none = لا شيء متأخر، ولا شيء ينتهي أجله اليوم.
morning-news = المستجدات
morning-news-none = لا جديد. أجوبة المركز وأسئلته تظهر هنا.
morning-waits = في انتظاركم
morning-waits-none = لا شيء في انتظاركم.
morning-differs = أي نسخة هي الصحيحة: { $field }؟
morning-tasks = { $count ->
    [zero] كل التغييرات مقبولة
    [one] تغيير واحد لم يقبل
    [two] تغييران لم يقبلا
    [few] { $count } تغييرات لم تقبل
    [many] { $count } تغييرا لم يقبل
   *[other] { $count } تغييرا لم يقبل
}
morning-tasks-why = النص محفوظ. المرجو إعادة العملية أو تسجيل تسويتها.
morning-draft = مسودة: { $subject }
morning-draft-saved = تم حفظها { $when }
morning-owed = { $count ->
    [zero] لا وثيقة مطلوبة
    [one] وثيقة واحدة مطلوبة
    [two] وثيقتان مطلوبتان
    [few] { $count } وثائق مطلوبة
    [many] { $count } وثيقة مطلوبة
   *[other] { $count } وثيقة مطلوبة
}
morning-owed-since = أقدمها منذ { $day }
news-centre = المركز
news-answered = جواب من طرف { $who }
news-noted = ملاحظة من طرف { $who }
news-routed = أحيلت من طرف { $who } على { $institution }
news-status_changed = وضعية جديدة من طرف { $who }: { $status }
news-document_requested = وثيقة مطلوبة من طرف { $who }
news-document_added = وثيقة من طرف { $who }
news-corrected = تصحيح من طرف { $who }
news-told = تم إخبار المواطن من طرف { $who }
news-handed_over = سلمت من طرف { $who }
news-escalated = رفعت إلى جهة أعلى من طرف { $who }
news-registered = سجلت من طرف { $who }
news-other = تغيير من طرف { $who }
sent-title = تم إرساله اليوم
sent-intro = ما تم تسجيله اليوم في هذا الحاسوب وأكده المركز، الأحدث أولا.
sent-empty = لم يرسل شيء اليوم بعد
sent-empty-why = يظهر هنا ما تسجلونه بعد تأكيده من طرف المركز.

## Citizens to tell

to-tell-title = إخبار المواطنين
to-tell-intro = { $count ->
    [zero] لا جديد في أي شكاية.
    [one] شكاية واحدة عرفت جديدا. تعتبر مبلغة عند تسجيل ذلك هنا.
    [two] شكايتان عرفتا جديدا. تعتبران مبلغتين عند تسجيل ذلك هنا.
    [few] { $count } شكايات عرفت جديدا. تعتبر مبلغة عند تسجيل ذلك هنا.
    [many] { $count } شكاية عرفت جديدا. تعتبر مبلغة عند تسجيل ذلك هنا.
   *[other] { $count } شكاية عرفت جديدا. تعتبر مبلغة عند تسجيل ذلك هنا.
}
to-tell-empty = لا أحد ينتظر الإخبار
to-tell-empty-why = عندما تجاب الشكاية أو تسوى أو تغلق، يظهر صاحبها هنا إلى أن يخبر.
tell-by-phone = عبر الهاتف
tell-by-sms = برسالة قصيرة يرسلها المركز
tell-by-letter = برسالة بريدية
tell-by-email = بالبريد الإلكتروني
tell-by-visit = في الزيارة المقبلة
tell-not-tried = لم يتصل به بعد
tell-in-vain = { $count ->
    [zero] لم يتم الاتصال بعد
    [one] دون رد مرة واحدة
    [two] دون رد مرتين
    [few] دون رد { $count } مرات
    [many] دون رد { $count } مرة
   *[other] دون رد { $count } مرة
}
tell-no-phone = لا هاتف
tell-gone-short = تم إخباره في هذه الأثناء
tell-gone = أخبره زميل في هذه الأثناء أو ألغى العملية. لم يعد هناك ما يجب فعله هنا.
tell-hint-phone = مكالمات دون رد: { $count }. بعد ثلاث مكالمات تعوض رسالة بريدية الهاتف.
tell-hint-sms = يرسلها المركز. يمكنكم أيضا الاتصال، فيعتبر ذلك إخبارا.
tell-hint-letter = مكالمات دون رد: { $count }. يعتبر إخبارا عند إيداع الرسالة في البريد.
tell-hint-email = يعتبر إخبارا عند إرسال البريد الإلكتروني.
tell-hint-visit = لا توجد وسيلة أخرى. المرجو إخباره عند زيارته.
tell-read-out = للقراءة على المواطن
tell-read-out-language = لغة القراءة
tell-said = ما قاله المواطن
tell-told-phone = تم الإخبار عبر الهاتف
tell-told-sms = تم الإخبار برسالة قصيرة
tell-told-letter = تم إيداع الرسالة في البريد
tell-told-email = تم إرسال البريد الإلكتروني
tell-told-visit = تم الإخبار في المكتب
tell-no-answer = لا رد
tell-another-way = تم الإخبار بوسيلة أخرى
tell-done = تم إخبار: { $name }.
tell-noted = تم تسجيل عدم الرد: { $name }.
told-short-closed = أغلقت الشكاية
told-short-resolved = سويت المسألة
told-short-final = جواب نهائي
told-short-interim = جواب مؤقت
told-short-document = مطلوب: { $document }
told-short-waits = في انتظار الوثائق
told-short-note = ملاحظة للمواطن
script-hello-phone = السلام عليكم { $name }. معكم { $clerk }، أتصل بكم من { $office }.
script-hello-phone-unnamed = السلام عليكم. معكم { $clerk }، أتصل بكم من { $office }.
script-hello = السلام عليكم { $name }. لدي جديد لكم من { $office }. معكم { $clerk }.
script-hello-unnamed = السلام عليكم. لدي جديد لكم من { $office }. معكم { $clerk }.
script-matter = تقدمتم إلينا { $when }. الموضوع: { $subject }.
script-answered-final = هذا هو الجواب النهائي من طرف { $institution }:
script-answered-final-us = هذا هو الجواب النهائي:
script-answered-interim = هذا جواب أولي من طرف { $institution }، والمعالجة مستمرة:
script-answered-interim-us = هذا جواب أولي، والمعالجة مستمرة:
script-document = نحتاج منكم إلى وثيقة أخرى: { $document }.
script-document-until = المرجو إحضارها قبل { $day }. إلى ذلك الحين يتوقف أجل الجواب.
script-status-waiting_documents = شكايتكم في انتظار وثيقة منكم. إلى ذلك الحين يتوقف أجل الجواب.
script-status-resolved = تمت تسوية المسألة.
script-status-closed = أغلقت شكايتكم الآن. إذا لم توافقوا فأخبرونا لنعيد فتحها.
script-end = مرجعكم هو { $reference }. هل تودون قول شيء؟

## The deadline and the deeds on a complaint

clock-stands = الأجل متوقف
clock-stands-since = في انتظار وثيقة المواطن منذ { $day }
clock-over = { $count ->
    [zero] لم يتم تجاوز الأجل
    [one] تم تجاوز الأجل منذ يوم عمل واحد
    [two] تم تجاوز الأجل منذ يومي عمل
    [few] تم تجاوز الأجل منذ { $count } أيام عمل
    [many] تم تجاوز الأجل منذ { $count } يوم عمل
   *[other] تم تجاوز الأجل منذ { $count } يوم عمل
}
clock-left = { $count ->
    [zero] لم يبق أي يوم عمل
    [one] بقي يوم عمل واحد
    [two] بقي يوما عمل
    [few] بقيت { $count } أيام عمل
    [many] بقي { $count } يوم عمل
   *[other] بقي { $count } يوم عمل
}
clock-left-then = { $count ->
    [zero] لا يبقى أي يوم عمل بعد استئنافه
    [one] يبقى يوم عمل واحد بعد استئنافه
    [two] يبقى يوما عمل بعد استئنافه
    [few] تبقى { $count } أيام عمل بعد استئنافه
    [many] يبقى { $count } يوم عمل بعد استئنافه
   *[other] يبقى { $count } يوم عمل بعد استئنافه
}
clock-picture = أيام العمل المستعملة: { $used }. غير محتسبة في انتظار المواطن: { $stopped }. المتبقية: { $left }.
clock-used = مستعملة
clock-stopped = في انتظار المواطن
clock-left-key = متبقية
step-clock-stopped = توقف الأجل.
step-clock-on = استؤنف الأجل.
step-until = قبل { $day }.
story-earlier = { $count ->
    [zero] لا مراحل سابقة
    [one] إظهار مرحلة سابقة واحدة
    [two] إظهار مرحلتين سابقتين
    [few] إظهار { $count } مراحل سابقة
    [many] إظهار { $count } مرحلة سابقة
   *[other] إظهار { $count } مرحلة سابقة
}
more-deeds = المزيد
deed-note = كتابة ملاحظة
deed-note-title = كتابة ملاحظة
deed-note-save = تسجيل الملاحظة
deed-ask_for_document = طلب وثيقة
deed-ask_for_document-title = طلب وثيقة من المواطن
deed-ask_for_document-save = طلبها
deed-document_brought = أحضرت الوثيقة
deed-document_brought-title = أحضر المواطن الوثيقة
deed-document_brought-save = استئناف الأجل
deed-resolve = تسويتها هنا
deed-resolve-title = تسويتها في هذا المكتب
deed-resolve-save = تمت التسوية
deed-thank = شكر المواطن
deed-thank-title = الشكر على الاقتراح
deed-thank-save = تسجيل الشكر
deed-pass_on = إحالة
deed-pass_on-title = إحالتها على مؤسسة
deed-pass_on-save = إحالة
deed-hand_over = تسليمها إلى مكتب آخر
deed-hand_over-title = تسليمها إلى مكتب آخر
deed-hand_over-save = تسليم
deed-escalate = رفعها إلى جهة أعلى
deed-escalate-title = رفعها إلى جهة أعلى
deed-escalate-save = رفعها
deed-reopen = إعادة فتحها
deed-reopen-title = إعادة فتح هذه الشكاية
deed-reopen-save = إعادة فتحها
deed-close = إغلاق
deed-close-title = إغلاق هذه الشكاية
deed-close-save = إغلاق الشكاية
deed-rate = رأي المواطن
deed-rate-title = رأي المواطن
deed-rate-save = تسجيله
deed-link = ربطها بشكاية أخرى
deed-link-title = ربطها بشكاية أخرى
deed-link-save = ربط
deed-withdraw = سحب
deed-withdraw-title = سحب هذه الشكاية
deed-withdraw-save = سحب الشكاية
deed-tell = إخبار المواطن
deed-text = في بضع كلمات
deed-note-text = ملاحظة
deed-resolve-text = ما تم القيام به، كما يجب أن يسمعه المواطن
deed-thank-text = الشكر كما يجب أن يسمعه المواطن
deed-thank-words = شكرا لكم على اقتراحكم. لقد تم تسجيله.
deed-document_brought-text = ملاحظة إضافية
deed-pass_on-text = ملاحظة إضافية
deed-hand_over-text = ملاحظة إضافية
deed-close-text = ملاحظة إضافية
deed-escalate-text = لماذا
deed-reopen-text = لماذا
deed-withdraw-text = لماذا يسحبها المواطن
deed-withdraw-text-hint = فقط برغبة المواطن نفسه. تبقى الشكاية في السجل.
deed-rate-text = بكلمات المواطن
deed-what = أي وثيقة
deed-until = يجب إحضارها قبل
deed-until-none = دون تاريخ
deed-to = المؤسسة
deed-hand_over-to = المكتب
deed-escalate-to = أمام من
deed-to-centre = الوحدة المركزية
deed-to-choose = الاختيار من اللائحة
deed-reference = مرجع الشكاية الأخرى
deed-relation = العلاقة بينهما
relation-same = نفس المسألة
relation-related = لهما صلة
relation-continues = هذه تكملة للأخرى
relation-part = كانتا شكاية واحدة وفصلتا
deed-stars = ما مدى رضا المواطن؟
stars-0 = لم يسأل
stars-1 = 1، غير راض تماما
stars-2 = 2، قليلا
stars-3 = 3، جزئيا
stars-4 = 4، إلى حد كبير
stars-5 = 5، راض تماما
deed-opinion = بكلمات المواطن
deed-told = المواطن حاضر وقد أخبر الآن
deed-done = تم التسجيل: { $what }
deed-refused = هذا غير ممكن في الوضعية الحالية للشكاية. ما كتبتموه محفوظ.
undo-what = تراجع: { $what }
undo-done = تم التراجع.
operation-told = إخبار المواطن
operation-rated = رأي المواطن
operation-handed_over = تسليم
operation-escalated = رفع إلى جهة أعلى
operation-linked = ربط
operation-retracted = تراجع

## Lists of the day

filter-overdue = متأخرة
list-overdue = متأخرة: { $count }، الأقدم أولا
empty-overdue = لا شيء متأخر
empty-overdue-why = تظهر هنا الشكايات التي تجاوزت أجلها.
filter-due_today = تنتهي اليوم
list-due_today = تنتهي اليوم: { $count }
empty-due_today = لا شيء ينتهي أجله اليوم
empty-due_today-why = تظهر هنا الشكايات التي يجب الجواب عنها اليوم.
filter-owed = وثائق مطلوبة
list-owed = { $count ->
    [zero] لا شكاية في انتظار وثيقة من المواطن
    [one] شكاية واحدة في انتظار وثيقة من المواطن
    [two] شكايتان في انتظار وثيقة من المواطن، الأقدم أولا
    [few] { $count } شكايات في انتظار وثيقة من المواطن، الأقدم أولا
    [many] { $count } شكاية في انتظار وثيقة من المواطن، الأقدم أولا
   *[other] { $count } شكاية في انتظار وثيقة من المواطن، الأقدم أولا
}
empty-owed = لا توجد وثائق منتظرة
empty-owed-why = تظهر هنا الشكايات التي طلبت من أصحابها وثيقة.
filter-conflicts = نسختان
list-conflicts = فيها نسختان مختلفتان: { $count }
empty-conflicts = لا توجد نسخ مختلفة
empty-conflicts-why = يظهر هنا ما كتبه شخصان بشكل مختلف في نفس الوقت.
filter-to_tell = للإخبار
list-to_tell = للإخبار: { $count }، الأقدم أولا
empty-to_tell = لا أحد ينتظر الإخبار
empty-to_tell-why = تظهر هنا الشكايات التي يجب إخبار أصحابها.

## Errors of the deeds on a complaint

error-document_missing = المرجو تحديد الوثيقة المطلوبة.
error-until_wrong = المرجو اختيار يوم لاحق.
error-words_missing = المرجو كتابة بضع كلمات.
error-institution_missing = المرجو اختيار المؤسسة من اللائحة.
error-office_missing = المرجو اختيار مكتب آخر من اللائحة.
error-other_missing = لا توجد شكاية أخرى بهذا المرجع في هذا الحاسوب. المرجو مقارنته حرفا بحرف.
error-relation_missing = المرجو اختيار العلاقة بينهما.
error-stars_missing = المرجو الاختيار بين 1 و5.
error-nothing_to_tell = أخبره زميل في هذه الأثناء. لم يعد هناك ما يجب فعله.
error-way_missing = المرجو اختيار وسيلة الإخبار.
error-cannot_undo = تابعه شخص آخر أو أرسل منذ مدة، فلم يعد التراجع ممكنا. المرجو تصحيحه بعملية جديدة.
error-not_settled_here = لا يسوي المكتب هذا النوع من الشكايات بنفسه. المرجو إحالتها.

## People, settings, backups, learning

## Signing in, people

sign-in-secret = الرمز السري أو العبارة السرية
sign-in-draft-of = مسودة { $time } محفوظة
sign-in-draft-kept = مسودة محفوظة
sign-in-locked-at = أقفل على الساعة { $time }. ما كتبتموه محفوظ ويفتح حيث تركتموه.
sign-in-forgotten = نسيته
sign-in-forgotten-help = يمنحكم رئيس المكتب رمزا جديدا من صفحة «موظفو هذا المكتب». تبقى مسوداتكم كما هي.
sign-in-not-listed = شخص آخر
sign-in-not-listed-help = يضيفكم رئيس المكتب من صفحة «موظفو هذا المكتب».
pin-hint-digits = { $digits } أرقام على الأقل. يعمل دون اتصال.
pin-hint-both = { $digits } أرقام على الأقل، أو عبارة سرية من { $characters } حروف على الأقل. يعمل دون اتصال.
pin-old = الرمز أو العبارة السرية الحالية
pin-new = الرمز الجديد
pin-new-again = الرمز الجديد مرة أخرى
pin-save = اعتماد الرمز الجديد
pin-change = تغيير رمزي أو العبارة السرية
pin-changed = ابتداء من الآن تفتحون بالرمز الجديد، على كل حاسوب بالمكتب بعد تبادله المقبل.
clerk-pin-new = رمز جديد
clerk-pin-new-what = يفتح به { $name } فورا، ولا يعمل الرمز القديم بعد ذلك.
clerk-pin-reset = أصبح لدى { $name } رمز جديد. لا تخبروا به أحدا غيره.
clerk-role-changed = { $name }: { $role } ابتداء من الآن.
operation-clerk_changed = مهمة شخص أو رمزه
left-title = كنتم قد كتبتم هذا قبل أن يأخذ شخص آخر الشباك
left-what = لم يسجل بعد. أعيدوه إلى مكانه.
left-done = تم

## What I did

done-title = ما قمت به
done-who = من
done-day-before = اليوم السابق
done-day-after = اليوم التالي
done-count = { $count ->
    [zero] لا عمل
    [one] عمل واحد
    [two] عملان
    [few] { $count } أعمال حسب ترتيبها
    [many] { $count } عملا حسب ترتيبها
   *[other] { $count } عمل حسب ترتيبها
}
done-empty = لا شيء في هذا اليوم
done-empty-why = ما تسجلونه أو تدونونه أو تسوونه يظهر هنا باسمكم.

## Settings

settings-title = الإعدادات
settings-intro = كيف يعمل هذا الحاسوب لكم. لا شيء هنا يغير شكاية.
settings-pin = رمزكم السري
settings-computer = هذا الحاسوب
settings-paper = ورق الوصولات
settings-paper-hint = الورق الموجود في الطابعة.
settings-paper-usual = { $paper }، كالمعتاد
settings-scanner = مجلد الماسح الضوئي
settings-scanner-hint = حيث يضع الماسح صوره.
settings-proxy = الطريق إلى المركز
settings-proxy-hint = لا تغيروه إلا بطلب من مسؤول النظام.
settings-proxy-system = حسب إعداد هذا الحاسوب
settings-proxy-none = مباشرة
settings-proxy-address = عبر خادم وسيط
settings-proxy-at = عنوان الخادم الوسيط
settings-proxy-at-hint = كما في ورقة مسؤول النظام، مثلا 10.0.0.1:3128.
settings-save = اعتماد هذه الإعدادات
settings-saved = تم اعتماد الإعدادات.
settings-learning = التعلم
settings-about = حول هذا الشباك
choose = اختيار…
about-version = الإصدار
about-size = المحفوظ هنا
about-checked = آخر فحص
check-now = فحص كل شيء
check-working = جار الفحص
check-never = ليس بعد
check-good = كل ما هو محفوظ هنا سليم.
check-bad = { $count ->
    [zero] لا خلل
    [one] خلل واحد. اكتبوا ملف التشخيص واتصلوا بمسؤول النظام
    [two] خللان. اكتبوا ملف التشخيص واتصلوا بمسؤول النظام
    [few] { $count } اختلالات. اكتبوا ملف التشخيص واتصلوا بمسؤول النظام
    [many] { $count } اختلالا. اكتبوا ملف التشخيص واتصلوا بمسؤول النظام
   *[other] { $count } اختلال. اكتبوا ملف التشخيص واتصلوا بمسؤول النظام
}
diagnostics-write = كتابة ملف تشخيص…
diagnostics-hint = لمسؤول النظام: إصدارات وأعداد ورموز أخطاء. لا يتضمن أي اسم أو كلمة لمواطن.
diagnostics-written = تمت كتابته: { $file }

## Backups

backup-title = النسخ الاحتياطية
backup-none = لم تهيأ أي نسخة احتياطية. يختار رئيس المكتب مكانها.
backup-none-head = لم تهيأ أي نسخة احتياطية. اختاروا مفتاح USB أو قرصا ثانيا: كل يوم تذهب إليه نسخة مشفرة من تلقاء نفسها.
backup-last = آخر نسخة احتياطية تبين أنها سليمة
backup-never = لا توجد بعد
backup-place = المكان
backup-place-hint = مجلد على مفتاح USB أو على قرص ثان.
backup-place-missing = اختاروا مكان النسخ الاحتياطية.
backup-away = غير موجود الآن. أدخلوا المفتاح؛ ستعاد المحاولة تلقائيا.
backup-old = لم تنجز نسخة احتياطية منذ مدة. أدخلوا المفتاح وأنجزوا نسخة الآن.
backup-files = النسخ الموجودة هناك
backup-passphrase = العبارة السرية للنسخ الاحتياطية
backup-passphrase-hint = 12 حرفا على الأقل. أربع أو خمس كلمات يسهل تذكرها.
backup-passphrase-stays = إذا تركت فارغة تبقى كما هي. تحتفظ النسخ السابقة بعبارتها.
backup-passphrase-warning = اكتبوها واحفظوها في خزنة المكتب، بعيدا عن المفتاح. بدونها لا يمكن لأحد استرجاع نسخة.
backup-set-up = تهيئة النسخ الاحتياطية
backup-change = تغيير المكان أو العبارة
backup-save = اعتماد هذا
backup-set-up-said = من الآن تذهب النسخ الاحتياطية إلى هناك. أنجزوا الأولى الآن.
backup-now = إنجاز نسخة الآن
backup-working = جار النسخ ثم إعادة القراءة
backup-made = أنجزت النسخة وأعيدت قراءتها وهي سليمة.
restore-open = استرجاع نسخة احتياطية بدلا من ذلك
restore-title = استرجاع نسخة احتياطية
restore-intro = يصبح هذا الحاسوب كما في النسخة. ما أنجز بعدها يعود من المركز مع التبادل المقبل إذا كان قد أرسل.
restore-file = ملف النسخة
restore-file-missing = اختاروا ملف النسخة.
restore-passphrase-hint = توجد في خزنة المكتب.
restore-passphrase-missing = اكتبوا العبارة السرية للنسخ الاحتياطية.
restore-button = استرجاع
restore-working = جارية قراءة النسخة

## The sample office

sample-office = مكتب نموذجي.
sample-band = شكايات مختلقة للتدرب. لا يرسل شيء ولا يحتسب شيء.
sample-learning = تتعلمون؟ لا يرسل شيء مما تفعلونه هناك.
sample-open = فتح المكتب النموذجي
sample-leave = مغادرة المكتب النموذجي
sample-reset = البدء من جديد
sample-reset-what = سيحذف ما تدربتم عليه هنا.
sample-reset-yes = نعم، البدء من جديد
sample-pin = في المكتب النموذجي الرمز هو 000000 للجميع.
status-sample = مكتب نموذجي. لا يرسل شيء.

## Keys and the tour

keys-settings = الإعدادات
keys-next = الانتقال إلى الحقل أو الزر التالي؛ ومع Shift إلى السابق
keys-space = الضغط على زر أو وضع علامة
tour-title = جولة
tour-begin = القيام بجولة من خمس دقائق
tour-go-on = متابعة الجولة، الخطوة { $step }
tour-step = الخطوة { $step } من { $steps }
tour-next = الخطوة التالية
tour-back = الخطوة السابقة
tour-leave = التوقف الآن
tour-end = إنهاء الجولة
tour-welcome-title = شكاياتكم
tour-welcome-text = كل ما سجل في هذا المكتب يوجد في هذه اللائحة. الأسهم تنقل، وEnter يفتح. F6 ينقلكم بين الصفحة وهذه الجولة.
tour-register-title = تسجيل شكاية
tour-register-text = Ctrl N يفتح هذه الاستمارة أينما كنتم. اسألوا، واكتبوا كلام المواطن كما هو، واختاروا الموضوع: ترون فورا وجهتها والوثائق المطلوبة.
tour-draft-title = لا يضيع شيء مما تكتبون
tour-draft-text = بعد نصف ثانية من كل حرف يحفظ نصكم على هذا الحاسوب، حتى إذا انقطع التيار. وينتظر في المسودات.
tour-save-title = التسجيل والطباعة
tour-save-text = Ctrl Enter يسجل ويطبع الوصل. يوجد الرقم فورا ولا يتغير أبدا، باتصال أو بدونه.
tour-status-title = السطر الأسفل يقول الحقيقة
tour-status-text = يقول ما أكده المركز وما ينتظر هنا ومتى كان آخر تبادل. اضغطوا عليه لرؤية ما ينتظر أو وضعه على مفتاح USB.
tour-search-title = العثور على أي شخص
tour-search-text = Ctrl F ثم اسم أو رقم أو هاتف أو كلمة. يجد أثناء الكتابة، حتى دون حركات.
tour-settle-title = ما يتطلب قرارا
tour-settle-text = عندما يكتب شخصان أشياء مختلفة أو لا يقبل المركز شيئا، يأتي إلى هنا مع نصه. لا يستبدل شيء دون أن يرى.
tour-tell-title = من يجب إخباره
tour-tell-text = يوجد هنا من لا يتوفرون على الإنترنت وتحركت شكاياتهم، مع طريقة الاتصال بهم. يحتسب الإخبار عند التأشير عليه.
tour-morning-title = الصباح
tour-morning-text = ما وصل، وما حل أجله اليوم، وما ينتظركم، في صفحة واحدة. يبدأ كل يوم من هنا.
tour-done-title = ما قمتم به اليوم
tour-done-text = كل عمل مسجل باسمكم، يوما بيوم.
tour-lock-title = أقفلوا عند المغادرة
tour-lock-text = Ctrl L يقفل الشباك، ويمكن لزميل أن يجلس. عند عودتكم تجدون الصفحة وكل ما كتبتموه كما تركتموه. وإذا ترك الشباك وحده يقفل نفسه.
tour-keys-title = كل المفاتيح في ورقة واحدة
tour-keys-text = اضغطوا ؟ حيث لا تكتبون. الجولة هناك أيضا، والمكتب النموذجي للتدرب يوجد في الإعدادات.

## More errors: what, why, what next

error-pin_not_digits = يتكون الرمز من أرقام فقط.
error-sign_in_passphrase_short = تحتاج العبارة السرية إلى { $count } حروف على الأقل. أو خذوا رمزا من أرقام فقط.
error-not_for_trainees = لا يمكن للمتدربين القيام بهذا. اطلبوه من موظف أو من رئيس المكتب.
error-sample_office = هذا هو المكتب النموذجي. غادروه أولا.
error-backup_not_set_up = لم تهيأ أي نسخة احتياطية. اختاروا أولا مكانا وعبارة سرية.
error-backup_place_away = هذا المكان غير موجود. أدخلوا المفتاح أو اختاروا مكانا آخر.
error-backup_running = هناك نسخة قيد الإنجاز. انتظروا حتى تنتهي.
error-backup_unreadable = العبارة لا تفتح هذه النسخة. انتبهوا إلى الحروف الكبيرة والصغيرة أو جربوا نسخة أخرى.
error-backup_none = لا توجد نسخة في هذا المكان. اختاروا الملف من جديد.
error-backup_damaged = هذه النسخة معطوبة. خذوا نسخة أقدم وأنجزوا أخرى على مفتاح آخر.
error-paper_wrong = اختاروا الورق من اللائحة.
error-folder_missing = هذا المجلد غير موجود. اختاروه من جديد.
error-proxy_wrong = هذا ليس عنوان خادم وسيط. يشبه 10.0.0.1:3128 كما في ورقتكم.
error-already_enrolled = ينتمي هذا الحاسوب إلى مكتب بالفعل. ما هو محفوظ فيه بقي كما هو.
error-centre_busy = المركز مشغول. تعاد المحاولة تلقائيا.
error-diverged = لا يتفق المركز وهذا الحاسوب بعد استرجاع. لم يضع شيء هنا؛ واصلوا العمل واتصلوا بمسؤول النظام.
error-file_failed = تعذرت قراءة الملف أو كتابته. اختاروا مكانا آخر أو تحققوا من وجود مساحة.
error-key_store_other = تحفظ مفاتيح هذا الحاسوب بطريقة أخرى. اتصلوا بمسؤول النظام.
error-key_wrong = المفتاح لا يناسب ما هو محفوظ هنا. لم يتغير شيء؛ اتصلوا بمسؤول النظام.
error-kind_missing = اختاروا من اللائحة.
error-not_admitted = لا يعرف المركز هذا الحاسوب. ما سجل يبقى هنا؛ اتصلوا بمسؤول النظام.
error-not_enrolled = لم يربط هذا الحاسوب بمركز بعد. اربطوه أولا.
error-other_operation = يخص الوصل تسجيلا آخر. قارنوه حرفا بحرف.
error-passphrase_needed = العبارة السرية مطلوبة. اكتبوها.
error-profile_wrong = ما جاء من المركز فيه أخطاء. اتصلوا بمسؤول النظام.
error-program_old = ما هو محفوظ هنا كتبه إصدار أحدث. يجب تحيين هذا الحاسوب أولا.
error-receipt_line_wrong = هذا ليس سطر السجل في وصل. يشبه 417-K7PM-3XQT-9AB2-51.
error-reference_wrong = هذا ليس رقم شكاية. قارنوه بالوصل حرفا بحرف.
error-rejected = لم يأخذ المركز ما أرسل. إنه محفوظ هنا؛ اتصلوا بمسؤول النظام.
error-store_failed = لا يستجيب قرص هذا الحاسوب كما يجب. أعيدوا المحاولة، واتصلوا بمسؤول النظام إذا استمر ذلك.
error-store_read_only = لا يمكن الكتابة على قرص هذا الحاسوب. اتصلوا بمسؤول النظام.
error-too_many_tries = محاولات كثيرة. انتظروا قليلا ثم أعيدوا المحاولة.

## وثائق قيد الإضافة
document-ways = أو ضعوا الملفات في أي مكان من هذه الصفحة، أو ألصقوا صورة بواسطة Ctrl+V.
document-drop-here = ضعوا الملفات هنا لإضافتها إلى
document-camera = استعمال الكاميرا
document-pasted = صورة ملصقة
document-photo = صورة
documents-in-hand = { $count ->
    [zero] { $count } صفحة مختارة ولم تضف بعد
    [one] صفحة واحدة مختارة ولم تضف بعد
    [two] صفحتان مختارتان ولم تضافا بعد
    [few] { $count } صفحات مختارة ولم تضف بعد
    [many] { $count } صفحة مختارة ولم تضف بعد
   *[other] { $count } صفحة مختارة ولم تضف بعد
}
documents-continue = متابعة
take-title = قبل الإضافة
take-title-page = قبل الإضافة: الصفحة { $page } من { $pages }
take-later = لاحقا
take-page = الصفحة { $page } من { $pages }
take-before = الصفحة السابقة
take-next = الصفحة التالية
take-picture = الصفحة كما ستضاف
take-first-page = الصفحة الأولى
take-name = اسم الوثيقة
take-name-all = اسم الوثيقة لجميع الصفحات
take-name-hint = تعرض اللائحة ما يطلب عادة في هذا الموضوع.
take-together = { $count ->
    [zero] الصفحات ({ $count }) وثيقة واحدة: 1/{ $count }، 2/{ $count } …
    [one] الصفحة وثيقة واحدة
    [two] الصفحتان وثيقة واحدة: 1/2، 2/2
    [few] الصفحات ({ $count }) وثيقة واحدة: 1/{ $count }، 2/{ $count } …
    [many] الصفحات ({ $count }) وثيقة واحدة: 1/{ $count }، 2/{ $count } …
   *[other] الصفحات ({ $count }) وثيقة واحدة: 1/{ $count }، 2/{ $count } …
}
take-turn = تدوير
take-turned = تم التدوير بربع دورة
take-whole = الصورة كاملة
take-cut-hint = اسحبوا الحواف، أو حركوها بالمفتاح Tab والأسهم؛ مع Shift تتحرك أبعد.
take-pdf = { $pages ->
    [zero] ملف PDF من { $pages } صفحة. يضاف كما هو.
    [one] ملف PDF من صفحة واحدة. يضاف كما هو.
    [two] ملف PDF من صفحتين. يضاف كما هو.
    [few] ملف PDF من { $pages } صفحات. يضاف كما هو.
    [many] ملف PDF من { $pages } صفحة. يضاف كما هو.
   *[other] ملف PDF من { $pages } صفحة. يضاف كما هو.
}
take-acting = يحتوي ملف PDF هذا على برامج أو ملفات أخرى. تضاف صفحاته فقط، على شكل صور.
take-colour = نوعها
take-grey = صفحة، بالرمادي
take-photo = صورة، بالألوان
take-before-size = الملف
take-after-size = ما سيرسل
take-cost-seconds = { $count ->
    [zero] { $size } كيلوبايت، حوالي { $count } ثانية على خط اليوم
    [one] { $size } كيلوبايت، حوالي ثانية واحدة على خط اليوم
    [two] { $size } كيلوبايت، حوالي ثانيتين على خط اليوم
    [few] { $size } كيلوبايت، حوالي { $count } ثوان على خط اليوم
    [many] { $size } كيلوبايت، حوالي { $count } ثانية على خط اليوم
   *[other] { $size } كيلوبايت، حوالي { $count } ثانية على خط اليوم
}
take-cost-minutes = { $count ->
    [zero] { $size } كيلوبايت، حوالي { $count } دقيقة على خط اليوم
    [one] { $size } كيلوبايت، حوالي دقيقة واحدة على خط اليوم
    [two] { $size } كيلوبايت، حوالي دقيقتين على خط اليوم
    [few] { $size } كيلوبايت، حوالي { $count } دقائق على خط اليوم
    [many] { $size } كيلوبايت، حوالي { $count } دقيقة على خط اليوم
   *[other] { $size } كيلوبايت، حوالي { $count } دقيقة على خط اليوم
}
take-keep = { $count ->
    [zero] إضافة { $count } صفحة إلى الشكاية
    [one] إضافة إلى الشكاية
    [two] إضافة صفحتين إلى الشكاية
    [few] إضافة { $count } صفحات إلى الشكاية
    [many] إضافة { $count } صفحة إلى الشكاية
   *[other] إضافة { $count } صفحة إلى الشكاية
}
take-kept = { $count ->
    [zero] أضيفت { $count } صفحة
    [one] أضيفت صفحة واحدة
    [two] أضيفت صفحتان
    [few] أضيفت { $count } صفحات
    [many] أضيفت { $count } صفحة
   *[other] أضيفت { $count } صفحة
}
take-leave-out = ترك هذه الصفحة
take-left-out = تركت الصفحة. يبقى الملف في مكانه.
cut-frame = ما سيحتفظ به. الأسهم تحرك الإطار
cut-left = الحافة اليسرى
cut-top = الحافة العليا
cut-right = الحافة اليمنى
cut-bottom = الحافة السفلى
cut-at = عند ‎{ $percent }%‎
camera-title = صورة بالكاميرا
camera-seen = ما تراه الكاميرا
camera-take = التقاط الصورة
camera-taken = { $count ->
    [zero] التقطت { $count } صورة
    [one] التقطت صورة واحدة
    [two] التقطت صورتان
    [few] التقطت { $count } صور
    [many] التقطت { $count } صورة
   *[other] التقطت { $count } صورة
}
camera-done = { $count ->
    [zero] متابعة: { $count } صورة
    [one] المتابعة بصورة واحدة
    [two] المتابعة بصورتين
    [few] متابعة: { $count } صور
    [many] متابعة: { $count } صورة
   *[other] متابعة: { $count } صورة
}
camera-away = لا يمكن استعمال أي كاميرا هنا.
camera-away-hint = التقطوا الصورة بالهاتف أو بالماسح الضوئي، ثم اختاروا الملف.
camera-file = اختيار ملف
scanner-title = من الماسح الضوئي
scanner-choose = اختيار المجلد الذي يضع فيه الماسح الضوئي صفحاته
scanner-choose-other = اختيار مجلد آخر
scanner-away = لا يمكن قراءة مجلد الماسح الضوئي:
scanner-empty = لا جديد. تظهر هنا كل صفحة تمسح.
scanner-new = { $count ->
    [zero] { $count } صفحة جديدة من الماسح الضوئي
    [one] صفحة جديدة من الماسح الضوئي
    [two] صفحتان جديدتان من الماسح الضوئي
    [few] { $count } صفحات جديدة من الماسح الضوئي
    [many] { $count } صفحة جديدة من الماسح الضوئي
   *[other] { $count } صفحة جديدة من الماسح الضوئي
}
scanner-writing = لا يزال الماسح الضوئي يكتبها
scanner-take = أخذها
scanner-leave = لا تخص هذا المكتب
scanner-done = { $count ->
    [zero] { $count } ملفا تمت معالجتها لا تزال في المجلد
    [one] ملف واحد تمت معالجته لا يزال في المجلد
    [two] ملفان تمت معالجتهما لا يزالان في المجلد
    [few] { $count } ملفات تمت معالجتها لا تزال في المجلد
    [many] { $count } ملفا تمت معالجتها لا تزال في المجلد
   *[other] { $count } ملفا تمت معالجتها لا تزال في المجلد
}
scanner-again = أخذها من جديد
scanner-delete = حذف من المجلد
scanner-delete-sure = هل يحذف هذا الملف نهائيا من مجلد الماسح الضوئي؟
scanner-delete-yes = حذف
scanner-delete-no = إبقاء
scanner-deleted = تم الحذف من المجلد: { $name }
show-page = { $name }، الصفحة { $page } من { $pages }
show-larger = تكبير
show-smaller = تصغير
show-zoomed = ‎{ $percent }%‎
error-document_heic = هذه صورة من نوع HEIC لا تقرأ هنا. المرجو ضبط كاميرا الهاتف على JPEG، أو إرسال الصورة بصيغة JPEG.
error-document_office = هذا ملف من برنامج مكتبي مثل Word أو Excel. المرجو حفظه هناك بصيغة PDF واختياره، أو طبعه ومسحه.
error-document_tiff = هذا المسح من نوع TIFF. المرجو ضبط الماسح الضوئي على JPEG أو PDF وإعادة المسح.
error-document_locked = ملف PDF هذا مغلق بكلمة سر. المرجو فتحه بها وطبعه ومسحه، أو طلب ملف بدون كلمة سر.
error-document_acts = يحتوي ملف PDF هذا على برامج أو ملفات أخرى. يمكن إضافة صفحاته على شكل صور.
error-document_many_pages = في ملف PDF هذا صفحات أكثر مما يقبل. المرجو طبع الصفحات اللازمة في ملف PDF جديد.
error-document_huge = في هذه الصورة نقط أكثر من أي صفحة. المرجو المسح بتفاصيل أقل، من 150 إلى 300 نقطة في البوصة.
error-hands_full = اختير أكثر مما ينبغي ولم يضف بعد. المرجو إضافته أو تركه أولا.
error-not_in_hand = أضيفت هذه الصفحة أو تركت في هذه الأثناء. المرجو اختيار الملف من جديد إن كان ناقصا.
error-scan_gone = لم يعد الملف في مجلد الماسح الضوئي. المرجو مسح الصفحة من جديد.
## التسجيل والبحث

citizen-find = الاسم أو رقم البطاقة أو الهاتف أو المرجع
citizen-find-hint = من سبق أن حضر يظهر أثناء الكتابة.
citizen-find-list = أشخاص معروفون لدى هذا المكتب
citizen-new = شخص جديد: «{ $words }»
citizen-filled = تم ملء الخانات: { $name }. المرجو التحقق مع المواطن(ة).
citizen-nic-ends = رقم البطاقة ينتهي بالأرقام { $end }
register-for-another = نيابة عن شخص آخر
register-came = من حضر
representative-name = الاسم
representative-relation = صلته بالمواطن(ة)
register-discretion = من يحق له معرفة الاسم
discretion-open = كل من يعالج الشكاية
discretion-confidential = ليس المؤسسة المعنية
discretion-anonymous = لا أحد: لا يطلب أي اسم
discretion-anonymous-what = لا يطلب ولا يحفظ أي اسم أو رقم أو عنوان. يتتبع المواطن(ة) الشكاية بالمرجع ورمز التتبع الموجودين في الوصل.
missing-discretion = هذا الموضوع لا يقبل بهذه الطريقة. المرجو اختيار من يحق له معرفة الاسم، أو موضوع آخر
error-discretion_not_offered = هذا الموضوع لا يقبل بهذه الطريقة. المرجو اختيار من يحق له معرفة الاسم، أو موضوع آخر.
error-name_too_long = الاسم طويل جدا. الحد الأقصى 40 حرفا.
register-point = نقطة على الخريطة
register-point-hint = خط العرض وخط الطول، أو رابط منسوخ من خريطة.
point-read = النقطة: { $point }
remark-point = لا توجد نقطة في هذا. سيحفظ كما كتبتموه.
remark-point-far = هذه النقطة بعيدة من هنا. ربما قلب الرقمان.
goes-other = مؤسسة أخرى
goes-choose = أي مؤسسة
goes-usual = لهذا الموضوع
goes-all = كل المؤسسات الأخرى
fee-heading = التكلفة
twin-title = ربما سبق تسجيلها
twin-person = نفس الشخص ونفس الموضوع، وهي لا تزال مفتوحة.
twin-person_finished = نفس الشخص ونفس الموضوع، عولجت منذ وقت قريب.
twin-text = نفس الكلمات: ‎{ $percent }%‎.
twin-nearby = كلمات متشابهة في نفس المكان خلال شهرين: ‎{ $percent }%‎.
twin-since = { $date }، من طرف { $name }
twin-recorded = منذ
twin-add = إضافة إليها
twin-link = تسجيل الاثنتين مع ربطهما
twin-other = هذا موضوع آخر
twin-linked = ستربط بالشكاية { $reference }
twin-added = تمت الإضافة إلى { $reference } كملاحظة. لم تسجل شكاية جديدة.
twin-live = { $count ->
    [zero] لا توجد شكاية مماثلة.
    [one] ربما توجد شكاية واحدة حول نفس الشيء.
    [two] ربما توجد شكايتان حول نفس الشيء.
    [few] ربما توجد { $count } شكايات حول نفس الشيء.
    [many] ربما توجد { $count } شكاية حول نفس الشيء.
   *[other] ربما توجد { $count } شكاية حول نفس الشيء.
}
known-complaints = { $count ->
    [zero] لا شكاية
    [one] شكاية واحدة
    [two] شكايتان
    [few] { $count } شكايات
    [many] { $count } شكاية
   *[other] { $count } شكاية
}
column-clerk = سجلها
filters = عوامل التصفية
filter-state = الوضعية
filter-matter = الموضوع
filter-with = لدى
filter-clerk = الموظف(ة)
filter-registered = تاريخ التسجيل
filter-due-when = الأجل
filter-any = { $what }: الكل
filter-set = { $what }: { $value }
filter-mine = شكاياتي
period-today = اليوم
period-week = آخر 7 أيام
period-month = آخر 30 يوما
period-year = هذه السنة
period-days = بين يومين
period-from = من
period-until = إلى
due-when-over = متأخرة
due-when-today = أجلها اليوم
due-when-week = أجلها خلال 7 أيام
filters-clear = إزالة التصفية
list-more = أكثر من { $count }
list-narrowed = { $total } بهذه التصفية
search-with = { $total } عن «{ $words }»
range-of = { $from } إلى { $to } من { $total }
empty-narrowed = لا شيء بهذه التصفية
empty-narrowed-why = المرجو إزالة عامل أو كل عوامل التصفية.
view-save = حفظ هذا العرض
view-name = اسم العرض
view-name-hint = سيظهر ضمن علامات التبويب الخاصة بكم.
view-keep = حفظ
view-forget = حذف هذا العرض
view-saved = تم الحفظ: { $name }
view-gone = تم حذف العرض { $name }.
view-missing = المرجو كتابة اسم للعرض.
export-open = حفظ كجدول
export-what = اللائحة حسب التصفية الحالية. الملف غير مشفر: المرجو العناية به مثل الشكايات. يسجل اسم من حفظه.
export-xlsx = جدول بيانات (XLSX)
export-csv = جدول نصي (CSV)
export-done = { $count ->
    [zero] لا شكاية في { $file }
    [one] شكاية واحدة في { $file }
    [two] شكايتان في { $file }
    [few] { $count } شكايات في { $file }
    [many] { $count } شكاية في { $file }
   *[other] { $count } شكاية في { $file }
}
export-recorded = تاريخ التسجيل
export-kind = النوع
export-clerk = الموظف(ة)
export-restricted = (اطلاع محدود)
error-day_wrong = هذا ليس يوما. اختاروا يوما آخر.

## Connecting with the file of the office
office-file-open = هذا الحاسوب بلا خط: استعمال ملف من مفتاح USB
office-file-title = الربط بملف المكتب
office-file-intro = أعد المركز ملفا لهذا المكتب. الرمز الذي يفتحه مكتوب في رسالة وصلت على حدة.
office-file = ملف المكتب
office-file-hint = اسمه ينتهي هكذا: ‎.guichet
office-file-missing = اختاروا ملف المكتب.
office-file-code = الرمز المكتوب في الرسالة
office-file-code-hint = خمسة عشر حرفا ورقما. لا يفتح إلا هذا الملف.
error-office_file_other = هذا ليس ملف مكتب. المرجو اختيار الملف الذي ينتهي اسمه هكذا: ‎.guichet
error-office_file_code_wrong = هذا الرمز لا يفتح الملف. المرجو مقارنته بالرسالة حرفا حرفا؛ فهو خاص بملف واحد.
error-office_file_damaged = الملف متضرر. المرجو نسخه من المفتاح من جديد، أو طلب ملف جديد من المركز.
# المكتب: مسالك صغيرة
tell-print-letter = طباعة الرسالة
twins-of-link = ربطها بهذه الشكاية
twins-of-other-said = { $reference } موضوع آخر. لن تظهر هنا بعد الآن.
status-restored = جارية المراجعة مع المركز بعد استرجاع نسخة احتياطية.
status-restored-then = يمكنكم مواصلة العمل
trouble-restore = استرجاع نسخة احتياطية
trouble-restore-what = إذا كان مكتبكم يحتفظ بنسخ احتياطية، يمكن استرجاع إحداها هنا. وما لا يفتح الآن يوضع جانبا ويحفظ.

## Lists on paper, printers, the privacy notice as a sheet
list-print = طباعة اللائحة
list-paper-title = اللائحة على الورق
privacy-paper-title = إشعار المعطيات الشخصية
privacy-paper-what = الصيغة { $version }، على ورقة A5 تسلم للمواطن(ة).
print-sent = تم الإرسال إلى الطابعة { $printer }.
print-no-printer = لا توجد طابعة معروفة لدى هذا الحاسوب
print-no-printer-then = لم يضع شيء. احفظوا الورقة بصيغة PDF واطبعوها من حاسوب آخر، أو اطلبوا تثبيت طابعة ثم حاولوا من جديد.
error-printer_failed = لم تقبل الطابعة الورقة. تحققوا من أنها مشغلة، أو اختاروا طابعة أخرى في الإعدادات، أو احفظوها بصيغة PDF.
settings-sheet-printer = طابعة الأوراق (A4 و A5)
settings-roll-printer = طابعة الوصولات على لفافة (80 مم)
settings-printer-hint = ترسل الأوراق إليها مباشرة. دون اختيار يسأل النظام في كل مرة.
settings-printer-none = لا توجد طابعة معروفة لدى هذا الحاسوب. يمكن حفظ الأوراق بصيغة PDF.
settings-printer-untold = يسأل هذا النظام عند كل طباعة.
settings-printer-ask = السؤال في كل مرة
settings-printer-gone = { $printer } (غير متوفرة الآن)
error-document_cut_short = انقطعت قراءة الملف. لم يضع شيء: حاولوا مرة أخرى، أو أعيدوا مسح الصفحة.

## ملف من مفتاح فتح من خارج النافذة

panel-opened = تم فتح هذا الملف: { $file }. يقرأ رد المركز هنا.
panel-opened-read = قراءة هذا الملف

## What the administrator has set for this computer

policy-set = حدده مسؤول النظام.
policy-mistakes = في ملف مسؤول النظام الخاص بهذا الحاسوب خطأ. يمكن مواصلة العمل؛ المرجو إخبار المسؤول.
policy-mistake = { $file }، السطر { $line }، «{ $key }»: { $what }
policy-mistake-unread = لا يمكن قراءة الملف. المرجو السماح للجميع بقراءته، بترميز UTF-8.
policy-mistake-syntax = هذا ليس TOML. المرجو كتابة KEY = VALUE مع وضع النص بين علامتي اقتباس.
policy-mistake-unknown = لا يوجد إعداد بهذا الاسم. الأسماء المعروفة: centre و office و proxy و languages و lock_after_minutes و scanner_folder و backup_place.
policy-mistake-text = المرجو كتابة نص بين علامتي اقتباس.
policy-mistake-address = المرجو كتابة عنوان المركز الذي يبدأ بعبارة https://.
policy-mistake-office = المرجو كتابة رقمي المكتب، مثلا «12».
policy-mistake-proxy = المرجو كتابة «system» أو «none» أو عنوان مثل http://10.0.0.1:3128.
policy-mistake-languages = المرجو كتابة قائمة من en و fr و mfe و ar-MA.
policy-mistake-minutes = المرجو كتابة عدد صحيح من الدقائق بين 1 و 240 دون علامتي اقتباس.
policy-mistake-folder = المرجو كتابة المسار الكامل لمجلد، ابتداء من الجذر أو من حرف القرص.
settings-lock = يقفل المكتب تلقائيا
settings-lock-minutes =
    { $count ->
        [zero] فورا.
        [one] بعد دقيقة واحدة دون استعمال.
        [two] بعد دقيقتين دون استعمال.
        [few] بعد { $count } دقائق دون استعمال.
        [many] بعد { $count } دقيقة دون استعمال.
       *[other] بعد { $count } دقيقة دون استعمال.
    }
error-set_by_policy = حدد مسؤول النظام هذا الإعداد للحاسوب. المرجو أن تطلبوا منه تغييره.
error-office_of_policy = هذا الرمز أو الملف يخص مكتبا غير الذي حدده مسؤول النظام لهذا الحاسوب. المرجو طلب ما يخص مكتبكم.

## طابعة متوقفة أو لا تجيب
print-sending = جار إرسالها إلى الطابعة. قد يستغرق ذلك بضع ثوان.
error-printer_stopped = هذه الطابعة متوقفة ولم يخرج منها شيء. اطلبوا تشغيلها من جديد، أو اختاروا طابعة أخرى في الإعدادات، أو احفظوا الورقة بصيغة PDF.
error-printer_silent = الطابعة لا تجيب ولم يخرج منها شيء. تحققوا من أنها مشغلة وموصولة، ثم اطبعوا مرة أخرى.
typed-day-wrong = المرجو كتابة اليوم والشهر والسنة بالأرقام، مثل 24/11/2026.
typed-month-wrong = المرجو كتابة الشهر والسنة بالأرقام، مثل 11/2026.
morning-backup-none = لم تبرمج أي نسخة احتياطية
morning-backup-old = لم تنجز أي نسخة احتياطية منذ مدة
morning-backup-why = ما لم يرسل بعد لا يوجد إلا في هذا الحاسوب.
morning-backup-last = آخر نسخة تبين أنها سليمة: { $when }. المرجو إدخال مفتاح USB.
known-to-tell = يجب إخباره
known-to-tell-title = ما زال يجب إخبار { $name }
known-to-tell-then = المواطن(ة) حاضر(ة) الآن. ما كتب هنا يبقى محفوظا كمسودة.
known-to-tell-deed = عرض ما يجب قوله
citizen-filled-to-tell = تم ملء معطيات { $name }، وما زال يجب إخباره.

### The pages of the centre: the citizens’ portal and the agents’ desk.

centre-title = بوابة الشكايات

## What every page has

centre-skip = إلى المحتوى
centre-languages = اللغة
centre-free = هذه الخدمة مجانية.
centre-problem = هناك مشكل
centre-day-time = { $date } على الساعة { $time }
centre-optional = (اختياري)
centre-home = إلى الصفحة الأولى
centre-not-found-title = هذه الصفحة غير موجودة
centre-not-found = المرجو التحقق من العنوان، أو البدء من الصفحة الأولى.
centre-trouble-title = وقع مشكل
centre-trouble = ما أرسلتموه من قبل محفوظ. المرجو الرجوع وإعادة المحاولة بعد دقائق.
centre-too-large-title = النص طويل جدا
centre-too-large = الحد الأقصى هو { $limit } حرف. المرجو الرجوع واختصار النص.
centre-text-long = يتضمن هذا النص { $length } حرف. الحد الأقصى هو { $limit }.
centre-text-marks = حذفت من هذا النص رموز لا ترى. المرجو إعادة قراءته وإرساله من جديد.

## What a complaint is, and where it stands. $kind is complaint, request or suggestion

centre-kind-complaint = شكاية
centre-kind-request = طلب
centre-kind-information = طلب معلومات
centre-kind-suggestion = اقتراح
centre-status-received = { $kind ->
    [request] تم التوصل به
    [suggestion] تم التوصل به
   *[complaint] تم التوصل بها
}
centre-status-checked = { $kind ->
    [request] تمت دراسته
    [suggestion] تمت دراسته
   *[complaint] تمت دراستها
}
centre-status-passed_on = { $kind ->
    [request] تمت إحالته
    [suggestion] تمت إحالته
   *[complaint] تمت إحالتها
}
centre-status-waiting_documents = { $kind ->
    [request] في انتظار وثائق
    [suggestion] في انتظار وثائق
   *[complaint] في انتظار وثائق
}
centre-status-in_progress = { $kind ->
    [request] قيد المعالجة
    [suggestion] قيد المعالجة
   *[complaint] قيد المعالجة
}
centre-status-answered = { $kind ->
    [request] تم الرد عليه
    [suggestion] تم الرد عليه
   *[complaint] تم الرد عليها
}
centre-status-resolved = { $kind ->
    [request] تمت تسويته
    [suggestion] تمت تسويته
   *[complaint] تمت تسويتها
}
centre-status-closed = { $kind ->
    [request] تم إغلاقه
    [suggestion] تم إغلاقه
   *[complaint] تم إغلاقها
}
centre-status-reopened = { $kind ->
    [request] أعيد فتحه
    [suggestion] أعيد فتحه
   *[complaint] أعيد فتحها
}
centre-status-withdrawn = { $kind ->
    [request] تم سحبه
    [suggestion] تم سحبه
   *[complaint] تم سحبها
}
centre-fact-reference = المرجع
centre-fact-kind = النوع
centre-fact-matter = الموضوع
# A category of the profile after its heading: Water: No water
centre-matter = { $group }: { $name }
centre-fact-status = الوضعية
centre-fact-with = لدى
centre-fact-registered = تاريخ التسجيل
centre-fact-due = آخر أجل للجواب
centre-fact-office = المكتب
centre-fact-place = المكان
centre-due-none = لم يحدد أي أجل
centre-due-stopped = الأجل متوقف
centre-due-over = تم الرد
centre-due-today = ينتهي الأجل اليوم
centre-days-left = { $count ->
    [zero] لم يبق أي يوم عمل
    [one] بقي يوم عمل واحد
    [two] بقي يوما عمل
    [few] بقيت { $count } أيام عمل
    [many] بقي { $count } يوم عمل
   *[other] بقي { $count } يوم عمل
}
centre-days-late = { $count ->
    [zero] لم يتجاوز الأجل
    [one] تجاوز الأجل منذ يوم واحد
    [two] تجاوز الأجل منذ يومين
    [few] تجاوز الأجل منذ { $count } أيام
    [many] تجاوز الأجل منذ { $count } يوما
   *[other] تجاوز الأجل منذ { $count } يوم
}

## The first page

portal-home-title = الشكايات والطلبات الموجهة إلى المرفق العمومي
portal-home-lead = المرجو التصريح بالمشكل في أي مكتب من مكاتبنا: الماء أو الطريق أو المعاش أو الإنارة. نحيله على الوزارة أو المجلس المعني، وتتابعون هنا كل مرحلة.
portal-follow-title = تتبع شكاية
portal-follow-lead = كلاهما مكتوب على الوصل. لا حاجة إلى حساب.
portal-reference = رقم المرجع
portal-reference-hint = مثلا { $example }
portal-code = رمز التتبع
portal-code-hint = ثمانية حروف وأرقام، مثلا { $example }
portal-follow-button = تتبع
portal-talk-title = بدون إنترنت، أو تفضلون الحديث؟
# $office is the profile’s name for an office: Citizens Advice Bureau
portal-talk = في أي { $office } يساعدكم موظف(ة) في كل هذا. المرجو إحضار الوصل، وبطاقة الهوية إن وجدت.
portal-offices-link = البحث عن مكتب
portal-offices-title = مكاتبنا
portal-danger-title = هل أنتم في خطر؟ لا تكتبوا هنا.
portal-danger = المرجو الاتصال بأحد الأرقام:
portal-emergency-police = الشرطة
portal-emergency-ambulance = الإسعاف
portal-emergency-fire = الوقاية المدنية
portal-privacy-title = معطياتكم الشخصية
portal-privacy-version = الصيغة { $version } من هذا الإشعار.
portal-privacy-link = المعطيات الشخصية
portal-agents-link = فضاء الموظفين
portal-footer = المزيد عن هذه الخدمة

## Following a complaint

portal-reference-missing = المرجو إدخال رقم المرجع. تجدونه على الوصل.
portal-code-missing = المرجو إدخال رمز التتبع. تجدونه على الوصل.
portal-reference-shape = رقم المرجع يشبه { $example }. المرجو إعادة قراءته على الوصل.
portal-reference-check = حرف أو رقم في المرجع غير صحيح. المرجو إعادة قراءته.
portal-not-right = رقم المرجع أو رمز التتبع غير صحيح. المرجو إعادة قراءتهما على الوصل.
portal-too-many = محاولات كثيرة. المرجو إعادة المحاولة على الساعة { $time }.
portal-now-received = { $kind ->
    [request] توصلنا بطلبكم
    [suggestion] توصلنا باقتراحكم
   *[complaint] توصلنا بشكايتكم
}
portal-now-checked = { $kind ->
    [request] تمت دراسته وستتم إحالته
    [suggestion] تمت دراسته وستتم إحالته
   *[complaint] تمت دراستها وستتم إحالتها
}
portal-now-passed_on = { $kind ->
    [request] أحيل على { $institution }
    [suggestion] أحيل على { $institution }
   *[complaint] أحيلت على { $institution }
}
portal-now-waiting_documents = في انتظار وثائق منكم
portal-now-in_progress = قيد المعالجة لدى { $institution }
portal-now-answered = لديكم جواب
portal-now-resolved = { $kind ->
    [request] تمت تسويته
    [suggestion] تمت تسويته
   *[complaint] تمت تسويتها
}
portal-now-closed = { $kind ->
    [request] تم إغلاقه
    [suggestion] تم إغلاقه
   *[complaint] تم إغلاقها
}
portal-now-reopened = { $kind ->
    [request] أعيد فتحه
    [suggestion] أعيد فتحه
   *[complaint] أعيد فتحها
}
portal-now-withdrawn = { $kind ->
    [request] تم سحبه
    [suggestion] تم سحبه
   *[complaint] تم سحبها
}
portal-due = من المنتظر أن تتوصلوا بالجواب في أجل أقصاه { $date }.
portal-due-passed = كان الجواب منتظرا في أجل أقصاه { $date } وقد تجاوز الأجل. يمكنكم الاستفسار في أي مكتب من مكاتبنا.
portal-due-stopped = الأجل متوقف في انتظار وثائقكم. المرجو إرسالها هنا أو إحضارها إلى أي مكتب من مكاتبنا.
portal-due-none = لم يحدد أي أجل للجواب.
portal-facts-title = { $kind ->
    [request] طلبكم
    [suggestion] اقتراحكم
   *[complaint] شكايتكم
}
portal-story-title = ما جرى
portal-step-registered = { $kind ->
    [request] أودعتم الطلب
    [suggestion] أودعتم الاقتراح
   *[complaint] أودعتم الشكاية
}
portal-step-at = لدى: { $office }
portal-step-routed = { $kind ->
    [request] أحيل على { $institution }
    [suggestion] أحيل على { $institution }
   *[complaint] أحيلت على { $institution }
}
portal-step-answer-interim = جواب أولي
portal-step-answer-final = جواب نهائي
portal-step-note = رسالة إليكم
portal-step-document = أضيفت وثيقة
portal-step-document-requested = نطلب منكم وثيقة
portal-step-handed-over = تم التحويل إلى { $office }
portal-step-escalated = تم الرفع إلى { $to }
portal-step-escalated-centre = الوحدة المركزية
portal-step-from = من: { $sender }
portal-step-withdrawn = { $kind ->
    [request] تم سحب الطلب
    [suggestion] تم سحب الاقتراح
   *[complaint] تم سحب الشكاية
}
portal-next-by = في أجل أقصاه { $date }
portal-ask-title = هل لديكم سؤال؟
portal-ask-visit = المرجو الحضور بالوصل إلى { $office } أو إلى أي مكتب آخر من مكاتبنا.
portal-ask-call = أو الاتصال بالرقم { $phone } وذكر رقم المرجع.
portal-another = تتبع شكاية أخرى

## The agents’ desk: signing in

agents-title = فضاء الموظفين
agents-sign-in = تسجيل الدخول
agents-sign-out = تسجيل الخروج
agents-login = اسم المستخدم
agents-password = كلمة السر
agents-login-missing = المرجو إدخال اسم المستخدم.
agents-password-missing = المرجو إدخال كلمة السر.
agents-sign-in-wrong = اسم المستخدم أو كلمة السر غير صحيح.
agents-signed-out = تم تسجيل الخروج.
agents-session-over = تم تسجيل خروجكم، ربما بسبب عدم الاستعمال. لم يسجل أي شيء هذه المرة.
agents-kept = ما كتبتموه
agents-kept-hint = المرجو نسخه قبل المتابعة.

## The agents’ desk: the list

agents-menu = القائمة
agents-nav = اللوائح
agents-view-open = قيد التتبع
agents-view-mine-unit = في انتظار الإحالة
agents-view-mine-institution = في انتظار الجواب
agents-view-overdue = خارج الأجل
agents-view-finished = منتهية
agents-view-all = الكل
agents-filter = التصفية
agents-filter-institution = لدى
agents-filter-any = كل المؤسسات
agents-filter-words = كلمات
agents-filter-hint = المرجع أو الاسم أو المكان أو النص
agents-filter-button = عرض
agents-filter-clear = عرض الكل من جديد
agents-queue-count = { $count ->
    [zero] لا يوجد شيء في هذه اللائحة.
    [one] واحدة في هذه اللائحة.
    [two] اثنتان في هذه اللائحة، الأكثر استعجالا أولا.
    [few] { $count } في هذه اللائحة، الأكثر استعجالا أولا.
    [many] { $count } في هذه اللائحة، الأكثر استعجالا أولا.
   *[other] { $count } في هذه اللائحة، الأكثر استعجالا أولا.
}
agents-queue-latest = { $count ->
    [zero] لا يوجد شيء في هذه اللائحة.
    [one] واحدة في هذه اللائحة.
    [two] اثنتان في هذه اللائحة، آخر تغيير أولا.
    [few] { $count } في هذه اللائحة، آخر تغيير أولا.
    [many] { $count } في هذه اللائحة، آخر تغيير أولا.
   *[other] { $count } في هذه اللائحة، آخر تغيير أولا.
}
agents-column-complaint = الشكاية
agents-column-registered = التسجيل
agents-column-due = الأجل
agents-urgent = مستعجل
agents-restricted = محدودة الاطلاع
agents-pages = الصفحات
agents-page = الصفحة { $page } من { $pages }
agents-previous = 25 السابقة
agents-next = 25 الموالية
agents-empty = لا شيء هنا
agents-empty-why = تظهر الشكايات هنا بمجرد تسجيلها في مكتب أو إحالتها عليكم.
agents-empty-filtered = لا توجد أي نتيجة. المرجو تجربة كلمة أخرى أو لائحة أخرى.

## The agents’ desk: one complaint

agents-words = بكلمات المواطن(ة)
agents-documents = الوثائق
agents-document-unnamed = وثيقة بدون اسم
agents-document-size = { $size } كيلوبايت
agents-document-on-its-way = في الطريق من { $office }: وصل { $have } من { $size } كيلوبايت
agents-document-not-taken = حجمها أكبر مما يقبله المركز، ولن تصل.
agents-document-save = حفظ
agents-story = ما جرى
agents-due = الجواب المنتظر
agents-about = معلومات
agents-citizen = المواطن(ة)
agents-name = الاسم
agents-nic = رقم بطاقة الهوية
agents-phone = الهاتف
agents-email = البريد الإلكتروني
agents-address = العنوان
agents-language = اللغة
agents-contact = الإخبار عبر
agents-contact-phone = الهاتف
agents-contact-sms = رسالة قصيرة
agents-contact-letter = رسالة
agents-contact-email = البريد الإلكتروني
agents-contact-visit = عند الزيارة المقبلة
agents-no-name = بدون اسم
agents-centre = المركز
agents-step-registered = التسجيل
agents-step-routed = الإحالة على { $institution }
agents-step-status = وضعية جديدة: { $status }
agents-step-answer-interim = جواب أولي
agents-step-answer-final = جواب نهائي
agents-step-note-inside = ملاحظة داخلية
agents-step-note-citizen = ملاحظة للمواطن(ة)
agents-step-corrected = تصحيح: { $field }
agents-step-corrected-values =
    من قبل: { $from }
    الآن: { $to }
agents-step-chosen = نسختان مختلفتان، تم اختيار إحداهما: { $field }
agents-step-document = إضافة وثيقة
agents-step-document-requested = طلب وثيقة من المواطن(ة)
agents-field-surname = الاسم العائلي
agents-field-other_names = الاسم الشخصي
agents-field-nic = رقم البطاقة الوطنية للتعريف
agents-field-phone = الهاتف
agents-field-email = البريد الإلكتروني
agents-field-address = العنوان
agents-field-locality = الحي أو الدوار
agents-field-place = المكان
agents-field-subject = الموضوع
agents-field-text = النص
agents-field-category = الموضوع الرئيسي
agents-field-other = خانة لا تعرفها هذه النسخة بعد
agents-field-empty = لا شيء
agents-differ = نسختان مختلفتان: { $field }
agents-differ-hint = كتب شخصان هذا في نفس الوقت. يختار المكتب.
agents-differ-value = { $value } ({ $name }، { $date })
agents-step-withdrawn = السحب بطلب من المواطن(ة)
agents-step-told = { $way ->
    [phone] تم إخبار المواطن(ة) هاتفيا
    [sms] تم إخبار المواطن(ة) برسالة نصية
    [letter] تم إخبار المواطن(ة) برسالة
    [email] تم إخبار المواطن(ة) بالبريد الإلكتروني
   *[visit] تم إخبار المواطن(ة) في الشباك
}
agents-step-not-reached = { $way ->
    [phone] اتصال هاتفي بقي دون رد
   *[other] محاولة إخبار المواطن(ة) دون جدوى
}
agents-step-rated = تقييم المواطن(ة): { $stars } من 5
agents-step-handed-over = تم التحويل إلى { $office }
agents-step-escalated = تم الرفع إلى { $to }
agents-step-linked = مرتبطة بالشكاية { $reference }
agents-step-retracted = ألغيت العملية
agents-step-unknown = عملية لا تعرفها هذه النسخة بعد. تم الاحتفاظ بها.
agents-refused = لم تقبل: { $reason }
agents-refusal-not_registered = الشكاية غير مسجلة.
agents-refusal-already_registered = سبق تسجيلها.
agents-refusal-overtaken = سبق لشخص آخر أن غير الوضعية.
agents-refusal-not_possible = لا يمكن الانتقال بين هاتين الوضعيتين.
agents-refusal-finished = الشكاية منتهية. المرجو إعادة فتحها أولا.
agents-refusal-other_office = الشكاية لدى مكتب آخر.
agents-refusal-unreadable = تعذرت قراءتها.
agents-refusal-disabled = سبق تعطيل حساب صاحبها.
agents-refusal-field_fixed = لم يعد تصحيح هذا ممكنا هنا. المرجو الإحالة على المؤسسة المعنية.
agents-refusal-field_empty = لا يمكن ترك هذه الخانة فارغة.
agents-refusal-repeated = سبق تسجيلها.
agents-refusal-retracted = ألغاها صاحبها.
agents-refusal-other = لسبب لا تعرفه هذه النسخة.
agents-twins = تحمل عدة شكايات هذا المرجع. ترون واحدة منها، والأخرى:

## The agents’ desk: what an agent does

agents-deeds = ما يمكنكم فعله
agents-answer = الرد
agents-answer-text = الجواب الموجه إلى المواطن(ة)
agents-answer-hint = لغة المواطن(ة): { $language }. يقرأ المواطن(ة) هذا النص كما تكتبونه.
agents-answer-which = ما نوع الجواب؟
agents-answer-interim = أولي، وستليه تتمة
agents-answer-final = نهائي
agents-answer-button = إرسال الجواب
agents-answer-missing = المرجو كتابة الجواب.
agents-answer-which-missing = المرجو اختيار نوع الجواب: أولي أو نهائي.
agents-route = إحالة
agents-route-to = المؤسسة
agents-route-choose = اختيار مؤسسة
agents-route-now = توجد الآن لدى: { $institution }
agents-remark = ملاحظة
agents-remark-hint = لا يقرؤها إلا الزملاء. ما ينبغي أن يعرفه المواطن(ة) يكتب في ملاحظة للمواطن(ة).
agents-route-button = إحالة على المؤسسة
agents-route-missing = المرجو اختيار المؤسسة من اللائحة.
agents-status = تغيير الوضعية
agents-status-to = الوضعية الجديدة
agents-status-button = تسجيل الوضعية الجديدة
agents-status-missing = المرجو اختيار الوضعية الجديدة.
agents-note = كتابة ملاحظة
agents-note-text = الملاحظة
agents-note-who = من يقرؤها؟
agents-note-inside = الزملاء فقط
agents-note-citizen = المواطن(ة) أيضا
agents-note-button = تسجيل الملاحظة
agents-note-missing = المرجو كتابة الملاحظة.
agents-note-who-missing = المرجو اختيار من يقرأ الملاحظة.
agents-done-answer = تم تسجيل الجواب. يمكن للمواطن(ة) قراءته الآن.
agents-done-route = تمت الإحالة.
agents-done-status = تم تسجيل الوضعية الجديدة.
agents-done-note = تم تسجيل الملاحظة.
agents-overtaken-title = تغير شيء أثناء كتابتكم
agents-overtaken = لم يسجل أي شيء بعد. نصكم محفوظ أسفله. المرجو الاطلاع على الجديد وإعادة الإرسال إن كان النص لا يزال مناسبا.
agents-refused-title = لم يقبل هذا
agents-token = هذه الاستمارة قديمة جدا. نصكم محفوظ أسفله: المرجو إعادة إرساله.
agents-gone-title = هذه الشكاية ليست لديكم
agents-gone = ربما تمت إحالتها أثناء كتابتكم. لم يسجل أي شيء.
agents-gone-back = الرجوع إلى اللائحة
agents-not-allowed = ليست لديكم صلاحية القيام بهذا. المرجو الرجوع إلى وحدة المركز.

## The agents’ desk: files from sticks

agents-carry = مفاتيح USB
agents-carry-title = ملفات مفاتيح USB
agents-carry-what = المكاتب التي ليس لها اتصال ترسل شكاياتها في ملف على مفتاح USB. المرجو تسليمه هنا: يأخذ المركز ما فيه، ويسجل متصفحكم الرد الذي يعود إلى المكتب. الملف مختوم، وتسليمه مرتين لا يضر.
agents-carry-file = الملف القادم من المكتب
agents-carry-limit = ملف واحد، 4 جيغابايت على الأكثر. الملف الكبير يتطلب وقتا؛ المرجو ترك هذه الصفحة مفتوحة.
agents-carry-button = التسليم وتسجيل الرد
agents-carry-next = المرجو نقل الرد إلى المفتاح وإرجاعه إلى المكتب، حيث يقرأ على حاسوبه.
agents-carry-missing = المرجو اختيار الملف الذي نقله المكتب إلى المفتاح.
agents-carry-cut = الملف ينتهي قبل الأوان: ربما سحب المفتاح. العمليات المأخوذة لحد الآن: { $count }. المرجو نسخ الملف من جديد وتسليمه مرة أخرى.
agents-carry-other-file = هذا ليس ملفا كتبه Guichet لمفتاح USB.
agents-carry-is-reply = هذا رد من مركز. يقرأ في المكتب؛ المرجو تسليم الملف القادم من هناك.
agents-carry-other-centre = هذا الملف مختوم لمركز آخر ولا يمكن فتحه هنا.
agents-carry-newer = كتب هذا الملف بإصدار أحدث من Guichet. يجب تحديث المركز أولا.
agents-carry-too-large = حجم الملف يتجاوز 4 جيغابايت. على المكتب إرساله عبر الاتصال.
agents-carry-damaged = الملف متضرر. المرجو نسخه من جديد، أو مطالبة المكتب بكتابته مرة أخرى.
agents-carry-stranger = المركز لا يعرف الحاسوب الذي كتب هذا الملف، أو أوقفه. لم يؤخذ أي شيء.

## Who did a step that is neither of an office nor of an institution
centre-capacity-citizen = المواطن، عبر البوابة
centre-capacity-automatic = تلقائيا، وفق قاعدة

## Steps of the unit at the centre
agents-step-assigned = أسندت إلى { $name }
agents-step-assigned-nobody = غير مسندة إلى شخص بعينه
agents-step-triaged-both = مستعجلة ومحجوبة
agents-step-triaged-urgent = مستعجلة
agents-step-triaged-restricted = محجوبة: لا يطلع عليها إلا من يعالجها
agents-step-triaged-neither = ليست مستعجلة ولا محجوبة
agents-step-merged = تعالج مع { $reference }
portal-step-merged = تعالج مع شكاية أخرى في الموضوع نفسه

## A host name that no commune has

centre-nobody-title = لا توجد خدمة في هذا العنوان
centre-nobody = المرجو مراجعة العنوان المكتوب على الوصل أو الرسالة وكتابته من جديد.

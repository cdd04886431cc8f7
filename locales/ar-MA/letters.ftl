### Receipts, letters, registers and reports.
### $kind is complaint, request or suggestion.

## The receipt that a citizen takes home

letters-receipt-title = { $kind ->
    [request] وصل إيداع طلب
    [suggestion] وصل إيداع اقتراح
   *[complaint] وصل إيداع شكاية
}
# Printed in a frame beside the title whenever the receipt is printed again
letters-receipt-duplicate = نظير
letters-receipt-recorded = تم التوصل يوم { $date } على الساعة { $time }.
letters-receipt-free = هذه الخدمة مجانية.
letters-receipt-reference = رقم المرجع
letters-receipt-access-code = رمز التتبع

letters-receipt-citizen = الاسم
letters-receipt-identity = البطاقة الوطنية للتعريف
# The last characters of the number on the identity card
letters-receipt-identity-end = آخر الرقم: { $end }
letters-receipt-matter = الموضوع
letters-receipt-place = المكان
letters-receipt-institution = الإحالة على
letters-receipt-due = الجواب المنتظر
letters-receipt-due-by = في أجل أقصاه { $date }

letters-receipt-bring = وثائق ما زال ينبغي إحضارها
# What is needed, and how often: title deed, original and 1 copy
letters-receipt-paper = { $name }، { $copies }
letters-receipt-time-limit-stops = يتوقف الأجل في انتظار هذه الوثائق.

letters-receipt-follow = { $kind ->
    [request] تتبع طلبكم
    [suggestion] تتبع اقتراحكم
   *[complaint] تتبع شكايتكم
}
letters-receipt-offline = بدون إنترنت.
letters-receipt-offline-call = المرجو الاتصال بالرقم { $phone } وذكر رقم المرجع، أو الحضور بهذا الوصل إلى أي مكتب من مكاتبنا.
letters-receipt-offline-visit = المرجو الحضور بهذا الوصل إلى أي مكتب من مكاتبنا.
letters-receipt-we-call = سنتصل بكم على الرقم { $phone } عند وجود جواب.
letters-receipt-online = عبر الإنترنت.
letters-receipt-online-visit = المرجو زيارة { $url } وإدخال رقم المرجع ورمز التتبع.

letters-receipt-proves-heading = ما يثبته هذا الوصل
letters-receipt-proves = { $kind ->
    [request] يثبت أنكم أودعتم طلبكم وتاريخه وموضوعه، ولا يعد بالاستجابة له.
    [suggestion] يثبت أنكم أودعتم اقتراحكم وتاريخه وموضوعه، ولا يعد بالأخذ به.
   *[complaint] يثبت أنكم أودعتم شكايتكم وتاريخها وموضوعها، وهو لا يبين من هو صاحب الحق.
}
letters-receipt-code-secret = لا تطلعوا على رمز التتبع إلا من تثقون به.
letters-receipt-keep = المرجو الاحتفاظ بهذا الوصل.

letters-receipt-privacy = معطياتكم الشخصية
# In which language, and in which of its versions, the notice was read out
letters-receipt-notice = { $language ->
    [fr] تمت قراءة هذا الإشعار بالفرنسية، الصيغة { $version }.
    [ar-MA] تمت قراءة هذا الإشعار بالعربية، الصيغة { $version }.
    [mfe] تمت قراءة هذا الإشعار بالكريولية، الصيغة { $version }.
   *[en] تمت قراءة هذا الإشعار بالإنجليزية، الصيغة { $version }.
}

letters-receipt-clerk = التسجيل من طرف { $clerk }، الحاسوب { $device }.
letters-receipt-device = التسجيل على الحاسوب { $device }.
letters-receipt-portal = التسجيل عبر البوابة.
# Where the registration stands in the office's register, with a seal of it: 417-K7PM-3XQT-9AB2-51
letters-receipt-register = حالة السجل { $state }
letters-receipt-emergency = هذه الخدمة ليست للحالات المستعجلة. في حالة الخطر، المرجو الاتصال بأحد الأرقام: { $numbers }.
letters-receipt-emergency-number = { $number } ({ $what })
# Between two numbers of the list
letters-receipt-emergency-separator = ،{ " " }
# Whom one calls, in brackets after the number
letters-emergency-police = الشرطة
letters-emergency-ambulance = الإسعاف
letters-emergency-fire = الوقاية المدنية

## The square code of the receipt

letters-receipt-seal = يمكن لأي مكتب من مكاتبنا التحقق من هذا الوصل بواسطة الرمز المربع، ولو بدون اتصال.
# Read out where the code cannot be seen
letters-receipt-seal-alt = رمز مربع للتحقق من هذا الوصل

## Letters about one complaint

letters-letter-reference = المرجع
letters-letter-received = تاريخ التوصل
letters-letter-matter = الموضوع
letters-letter-subject = باختصار
letters-letter-open = سيدتي، سيدي،
letters-letter-close = وتقبلوا فائق التقدير والاحترام.
letters-letter-ask-visit = لمعرفة المآل، المرجو الحضور برقم المرجع إلى أي مكتب من مكاتبنا.
letters-letter-ask-call = لمعرفة المآل، المرجو الاتصال بالرقم { $phone } وذكر رقم المرجع، أو الحضور إلى أي مكتب من مكاتبنا.
letters-letter-ask-online = عبر الإنترنت، المرجو زيارة { $url } وإدخال رقم المرجع ورمز التتبع الموجود على الوصل.

letters-acknowledgement-title = { $kind ->
    [request] إشعار بالتوصل بطلبكم
    [suggestion] إشعار بالتوصل باقتراحكم
   *[complaint] إشعار بالتوصل بشكايتكم
}
letters-acknowledgement-received = { $kind ->
    [request] توصلنا بطلبكم يوم { $date } وسجلناه تحت رقم { $reference }.
    [suggestion] توصلنا باقتراحكم يوم { $date } وسجلناه تحت رقم { $reference }.
   *[complaint] توصلنا بشكايتكم يوم { $date } وسجلناها تحت رقم { $reference }.
}
letters-acknowledgement-institution = { $kind ->
    [request] الإدارة المكلفة بطلبكم: { $institution }.
    [suggestion] الإدارة المكلفة باقتراحكم: { $institution }.
   *[complaint] الإدارة المكلفة بشكايتكم: { $institution }.
}
letters-acknowledgement-due = ستتوصلون بجواب في أجل أقصاه { $date }.

letters-documents-title = { $kind ->
    [request] وثائق مطلوبة من أجل طلبكم
    [suggestion] وثائق مطلوبة من أجل اقتراحكم
   *[complaint] وثائق مطلوبة من أجل شكايتكم
}
letters-documents-needed = { $kind ->
    [request] من أجل متابعة طلبكم، تحتاج إدارة { $institution } إلى ما يلي:
    [suggestion] من أجل متابعة اقتراحكم، تحتاج إدارة { $institution } إلى ما يلي:
   *[complaint] من أجل متابعة شكايتكم، تحتاج إدارة { $institution } إلى ما يلي:
}
letters-documents-until = المرجو إحضار ذلك إلى مكتبنا في أجل أقصاه { $date }.
letters-documents-soon = المرجو إحضار ذلك إلى مكتبنا في أقرب وقت.

letters-answer-title = { $kind ->
    [request] جواب عن طلبكم
    [suggestion] جواب عن اقتراحكم
   *[complaint] جواب عن شكايتكم
}
letters-answer-given = { $kind ->
    [request] جواب إدارة { $institution } عن طلبكم يوم { $date }:
    [suggestion] جواب إدارة { $institution } عن اقتراحكم يوم { $date }:
   *[complaint] جواب إدارة { $institution } عن شكايتكم يوم { $date }:
}
letters-answer-definitive = هذا الجواب نهائي.
letters-answer-first = { $kind ->
    [request] هذا جواب أولي، ومعالجة طلبكم مستمرة.
    [suggestion] هذا جواب أولي، ومعالجة اقتراحكم مستمرة.
   *[complaint] هذا جواب أولي، ومعالجة شكايتكم مستمرة.
}
letters-answer-disagree = إذا لم يكن هذا الجواب كافيا، المرجو الحضور برقم المرجع إلى أي مكتب من مكاتبنا.

letters-closing-title = { $kind ->
    [request] إغلاق طلبكم
    [suggestion] إغلاق اقتراحكم
   *[complaint] إغلاق شكايتكم
}
letters-closing-settled = { $kind ->
    [request] تمت تسوية الأمر يوم { $date }، وتم إغلاق طلبكم.
    [suggestion] تمت تسوية الأمر يوم { $date }، وتم إغلاق اقتراحكم.
   *[complaint] تمت تسوية الأمر يوم { $date }، وتم إغلاق شكايتكم.
}
letters-closing-closed = { $kind ->
    [request] تم إغلاق طلبكم يوم { $date }.
    [suggestion] تم إغلاق اقتراحكم يوم { $date }.
   *[complaint] تم إغلاق شكايتكم يوم { $date }.
}
letters-closing-withdrawn = { $kind ->
    [request] سحبتم طلبكم يوم { $date }، ولن يتخذ أي إجراء آخر بشأنه.
    [suggestion] سحبتم اقتراحكم يوم { $date }، ولن يتخذ أي إجراء آخر بشأنه.
   *[complaint] سحبتم شكايتكم يوم { $date }، ولن يتخذ أي إجراء آخر بشأنها.
}
letters-closing-noted = ما تم تدوينه
letters-closing-again = إذا عاد المشكل، المرجو الحضور برقم المرجع إلى أي مكتب من مكاتبنا.

letters-slip-title = ورقة الإحالة
letters-slip-to = إلى
letters-slip-from = من
letters-slip-address = العنوان
letters-slip-phone = الهاتف
letters-slip-text = { $kind ->
    [request] نص الطلب
    [suggestion] نص الاقتراح
   *[complaint] نص الشكاية
}
letters-slip-documents = الوثائق المرفقة
letters-slip-no-documents = لا توجد وثائق مرفقة.
letters-slip-handed-over = المسلم
letters-slip-received = المتسلم (الاسم والتاريخ والتوقيع)

## The register of a day, the report of a month

# Whose name stands in the gap of the clerk printed it
letters-tables-printed = طبع من طرف { $clerk } يوم { $date } على الساعة { $time }.
letters-register-title = سجل يوم { $date }
letters-register-time = الساعة
letters-register-state = الحالة
letters-register-clerk = التسجيل من طرف
letters-register-empty = لم يسجل شيء في هذا اليوم.
letters-register-seen = اطلع عليه رئيس(ة) المكتب (الاسم والتاريخ والتوقيع)

letters-report-title = تقرير شهر { $month }
letters-report-registered = المسجلة
letters-report-in-time = أجيب عنها داخل الأجل
letters-report-late = أجيب عنها خارج الأجل
letters-report-ended = انتهت دون جواب
letters-report-open = دون جواب بعد
letters-report-due-over = منها ما فات أجله
letters-report-by-category = حسب الموضوع
letters-report-by-institution = حسب المؤسسة
letters-report-by-status = حسب الحالة
letters-report-empty = لم يسجل شيء في هذا الشهر.
letters-report-note = يحتسب ما سجله هذا المكتب خلال الشهر حسب وضعه يوم { $date }. أجيب عنها: بجواب نهائي. داخل الأجل: في اليوم المكتوب على الوصل على أبعد تقدير، أو حين لم يحدد أي أجل.

## The letter with the code for a new computer

letters-admission-title = رمز حاسوبكم الجديد
letters-admission-intro = يتوصل مكتبكم بحاسوب يشتغل دون خط منذ اليوم الأول. ويصل ملف خاص به على مفتاح USB. تحمل هذه الرسالة الرمز الذي يفتح ذلك الملف.
letters-admission-apart = يجب ألا توضع هذه الرسالة والمفتاح في ظرف واحد وألا يحملهما شخص واحد. من يملك الاثنين معا يستطيع أن يحل محل هذا الحاسوب.
letters-admission-code = الرمز
letters-admission-seal = الرمز نفسه لجهاز القراءة
letters-admission-file = الملف على المفتاح
letters-admission-computer = الحاسوب
letters-admission-server = المركز
letters-admission-steps = ما العمل
letters-admission-step-stick = المرجو انتظار وصول المفتاح أيضا، ثم إدخاله في الحاسوب الجديد وتشغيل Guichet.
letters-admission-step-file = المرجو الضغط على «{ office-file-open }» واختيار الملف { $file } على المفتاح.
letters-admission-step-code = المرجو كتابة رمز هذه الرسالة أو قراءة المربع بالجهاز. لا فرق بين الحروف الكبيرة والصغيرة.
letters-admission-step-head = يدخل رئيس المكتب اسما ورقما سريا. ابتداء من الآن يمكن للحاسوب أن يسجل.
letters-admission-step-destroy = المرجو تمزيق هذه الرسالة وحذف الملف من المفتاح. لم تعودوا في حاجة إلى الرمز.
letters-admission-trouble = إذا وصلت هذه الرسالة مفتوحة أو لم يصل المفتاح، فالمرجو عدم استعمال أي منهما وإخبار المركز. ستتوصلون بملف آخر ورمز آخر.
letters-admission-trouble-phone = إذا وصلت هذه الرسالة مفتوحة أو لم يصل المفتاح، فالمرجو عدم استعمال أي منهما والاتصال بالرقم { $phone }. ستتوصلون بملف آخر ورمز آخر.
## Lists of the desk, and the privacy notice as a sheet
letters-list-filter = { $filter }: { $value }
letters-list-words = الكلمات
letters-list-count = { $count ->
    [zero] لا سطر
    [one] سطر واحد
    [two] سطران
    [few] { $count } أسطر
    [many] { $count } سطرا
   *[other] { $count } سطر
}
letters-list-cut = أول { $shown } سطر؛ هناك المزيد
letters-list-how = كيف
letters-list-told = تاريخ الإخبار ومن أخبر
letters-list-what = العملية
letters-list-text = ما كتب
letters-list-why = سبب الرفض
letters-list-when = متى
letters-list-who = من طرف
letters-notice-title = معطياتكم الشخصية
letters-notice-version = الصيغة { $version } من هذا الإشعار، طبعت يوم { $date }.

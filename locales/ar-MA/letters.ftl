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

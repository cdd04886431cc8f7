### The citizens’ portal: filing, coming back to it, accounts. What every page of the centre has stands in centre.ftl.

## The first page

portal-home-lead-portal = صرحوا بالمشكل: الماء أو الطريق أو المعاش أو الإنارة. نحيله على الوزارة أو المجلس المعني، وتتابعون هنا كل مرحلة.
portal-file-begin = تقديم شكاية أو طلب
portal-file-about = حوالي 5 دقائق. لا حاجة إلى حساب.
portal-hours-title = مفتوح ليلا ونهارا
portal-hours = يمكنكم التقديم والتتبع هنا على مدار الساعة وطيلة أيام الأسبوع. تتم القراءة خلال أيام العمل.
portal-fees = هذه الخدمة مجانية. إذا كانت إدارة عمومية تستخلص رسوما خاصة بها، عن رخصة مثلا، نخبركم بذلك قبل الإرسال.
portal-mine-title = شكاياتي

## Filing: what stands around every page

portal-file-step = المرحلة { $number } من { $count }
portal-file-first = المرحلة الأولى
portal-file-back = رجوع
portal-file-continue = متابعة
portal-file-stop = التوقف ومسح ما كتبته
portal-file-stopped-title = تم المسح
portal-file-stopped = تم مسح ما كتبتم والوثائق التي أضفتم. لم يرسل أي شيء.
portal-file-gone-title = هذه الاستمارة لم تعد متوفرة
portal-file-gone = تحفظ الاستمارة مدة ثلاث ساعات في المتصفح الذي بدأتم فيه. يجب أن يقبل المتصفح ملف تعريف الارتباط لهذا الموقع. المرجو البدء من جديد أو التوجه إلى أحد مكاتبنا.
portal-file-cookie = يحفظ ما تكتبونه ثلاث ساعات فقط لتتمكنوا من الرجوع إليه. يستعمل الموقع ملف تعريف ارتباط واحدا لهذا الغرض ولا لغيره.
portal-file-free = الخدمة مجانية.
portal-file-privacy = لا تطلع على ما تكتبونه إلا المصالح المكلفة بملفكم.
portal-file-privacy-link = إشعار المعطيات الشخصية، الصيغة { $version }
portal-too-often-title = ليس الآن
portal-too-often = { $count ->
    [zero] تكررت هذه العملية من اتصالكم. المرجو إعادة المحاولة أو التوجه إلى أحد مكاتبنا.
    [one] تكررت هذه العملية من اتصالكم. المرجو إعادة المحاولة بعد دقيقة واحدة، أو التوجه إلى أحد مكاتبنا.
    [two] تكررت هذه العملية من اتصالكم. المرجو إعادة المحاولة بعد دقيقتين، أو التوجه إلى أحد مكاتبنا.
    [few] تكررت هذه العملية من اتصالكم. المرجو إعادة المحاولة بعد { $count } دقائق، أو التوجه إلى أحد مكاتبنا.
    [many] تكررت هذه العملية من اتصالكم. المرجو إعادة المحاولة بعد { $count } دقيقة، أو التوجه إلى أحد مكاتبنا.
   *[other] تكررت هذه العملية من اتصالكم. المرجو إعادة المحاولة بعد { $count } دقيقة، أو التوجه إلى أحد مكاتبنا.
}

## Filing: what it is, and what it is about

portal-file-kind-title = ما الذي تودون تقديمه؟
portal-file-kind-complaint = أمر غير سليم أو لم ينجز.
portal-file-kind-request = تحتاجون شيئا من مرفق عمومي.
portal-file-kind-information = تودون معرفة أمر ما.
portal-file-kind-suggestion = أمر يمكن تحسينه.
portal-file-kind-missing = المرجو اختيار ما تودون تقديمه.
portal-file-matter-title = ما هو الموضوع؟
portal-file-matter-lead = المرجو اختيار الأقرب. إذا لم يكن هو الصحيح نحيله نيابة عنكم.
portal-file-matter-missing = المرجو اختيار الموضوع من اللائحة.
portal-file-search = البحث بكلمة
portal-file-search-hint = مثلا: مصباح، معاش، كلاب
portal-file-search-button = بحث
portal-file-search-none = لا يوجد موضوع بهذا الاسم. المرجو تجربة كلمة أخرى أو إفراغ الخانة لعرض الكل.
portal-file-usual = { $count ->
    [zero] الجواب عادة في نفس اليوم
    [one] الجواب عادة خلال يوم عمل واحد
    [two] الجواب عادة خلال يومي عمل
    [few] الجواب عادة خلال { $count } أيام عمل
    [many] الجواب عادة خلال { $count } يوم عمل
   *[other] الجواب عادة خلال { $count } يوم عمل
}
portal-file-usual-none = بدون أجل
portal-file-goes-to = يحال على
portal-file-answer = متى
portal-file-hotline = هاتفها
portal-file-needed = الوثائق التي ستطلب منكم
portal-file-paper = { $name } ({ $copies })

## Filing: what happened

portal-file-story-title = { $kind ->
    [request] ماذا تحتاجون؟
    [suggestion] ما الذي يمكن تحسينه؟
   *[complaint] ماذا حدث؟
}
portal-file-text = بكلماتكم
portal-file-text-hint = ما الأمر، ومنذ متى، ومن سألتم من قبل. بأي لغة. لا تكتبوا كلمة سر ولا رقم بطاقة بنكية.
portal-file-text-missing = المرجو كتابة التفاصيل.
portal-file-place = المكان
portal-file-place-hint = الشارع والحي أو الدوار، أو ما يوجد بجانبه
portal-file-point = الموقع على الخريطة
portal-file-point-hint = رابط من خريطة، أو رقمان مثل -20.4083, 57.7000
portal-file-point-shape = لا يوجد موقع في هذا النص. المرجو نسخ رابط من خريطة أو ترك الخانة فارغة.

## Filing: who, and how an answer comes

portal-file-person-title = من أنتم، وكيف نجيبكم؟
portal-file-discretion = من يمكنه معرفة هويتكم؟
portal-file-discretion-open = كل من يعالج الملف
portal-file-discretion-open-hint = هذه أسرع طريقة.
portal-file-discretion-confidential = وحدتنا فقط، بسرية
portal-file-discretion-confidential-hint = ترى المؤسسة الموضوع دون اسمكم.
portal-file-discretion-anonymous = لا أحد: بدون ذكر الاسم
portal-file-discretion-anonymous-hint = لا يحفظ ما تكتبونه أدناه، ولا يمكننا إبلاغكم بالجواب. تطلعون عليه هنا برقم المرجع والرمز.
portal-file-whom = لمن؟
portal-file-whom-self = لنفسي
portal-file-whom-other = نيابة عن شخص آخر
portal-file-helper-title = إذا كان نيابة عن شخص آخر: معلومات عنكم
portal-file-helper = نيابة عنه(ا)
portal-file-helper-name = اسمكم أنتم
portal-file-helper-missing = المرجو كتابة اسمكم، لأن الأمر يخص شخصا آخر.
portal-file-helper-relation = صلتكم به(ا)
portal-file-helper-relation-hint = ابنة، جار، محام
portal-file-helper-phone = هاتفكم أنتم
portal-file-who = الشخص المعني
portal-file-name = الاسم
portal-file-surname = الاسم العائلي
portal-file-other-names = الاسم الشخصي
portal-file-name-missing = المرجو كتابة الاسم.
portal-file-nic = رقم بطاقة الهوية
portal-file-nic-hint = يساعدنا على جمع ما يتعلق بكم.
portal-file-ways-title = الجواب
portal-file-ways = كيف يمكننا إخباركم؟
portal-file-ways-hint = يمكنكم اختيار واحدة أو أكثر أو لا شيء. يمكنكم الاطلاع هنا دائما.
portal-file-way-email = بالبريد الإلكتروني
portal-file-way-sms = برسالة نصية
portal-file-way-phone = بالهاتف
portal-file-way-letter = برسالة بريدية
portal-file-way-none = لا يخبركم أحد؛ تطلعون هنا
portal-file-email = البريد الإلكتروني
portal-file-email-missing = المرجو كتابة البريد الإلكتروني ما دمتم تودون التوصل عبره.
portal-file-email-shape = عنوان البريد الإلكتروني يشبه name@example.mu. المرجو إعادة قراءته.
portal-file-phone = رقم الهاتف
portal-file-phone-missing = المرجو كتابة رقم الهاتف ما دمتم تودون التوصل عبره.
portal-file-phone-shape = هذا ليس رقم هاتف. لبلد آخر المرجو البدء بعلامة + ورمز البلد.
portal-file-address = العنوان
portal-file-street = الشارع والرقم
portal-file-address-missing = المرجو كتابة العنوان ما دمتم تودون رسالة.
portal-file-locality = الحي أو الدوار

## Filing: documents

portal-file-documents-title = الوثائق
portal-file-documents-lead = صورة الفاتورة أو المكان أو رسالة. يمكنكم إضافتها لاحقا أو عدم إضافة أي وثيقة.
portal-file-kept = المضافة إلى الآن
portal-file-remove = إزالة
portal-file-remove-name = إزالة { $name }
portal-file-add = إضافة هذه الوثائق
portal-file-no-documents = لا شيء
portal-upload = اختيار ملفات أو التقاط صورة
portal-upload-hint = JPEG أو PNG أو PDF، إلى حدود { $limit } ميغابايت لكل ملف، وعدد الملفات لا يتجاوز { $count }. يحذف من الصورة مكان التقاطها.
portal-upload-missing = المرجو اختيار ملف واحد على الأقل.
portal-upload-empty = الملف { $name } فارغ. المرجو اختياره من جديد.
portal-upload-large = الملف { $name } أكبر من { $limit } ميغابايت. المرجو التقاط صورة أصغر أو نسخها بدقة أقل.
portal-upload-kind = الملف { $name } ليس من نوع JPEG أو PNG أو PDF مهما كان اسمه. المرجو تصويره أو تسجيله بصيغة PDF.
portal-upload-damaged = الملف { $name } غير كامل. المرجو اختياره من جديد أو التقاط صورة أخرى.
portal-upload-locked = الملف { $name } محمي بكلمة سر. المرجو تسجيله بدونها واختياره من جديد.
portal-upload-many = عدد الملفات لا يتجاوز { $limit }. لم تؤخذ الملفات الزائدة.
portal-upload-cut = انقطع الاتصال أثناء إرسال الملف. المرجو إرساله من جديد.
portal-upload-taken = هذه الملفات وصلت ولا داعي لإرسالها مرة أخرى: { $names }
portal-upload-all = هذا كل ما طلب مني
portal-upload-all-hint = عندئذ يستأنف الأجل.

## Filing: once more before it is sent

portal-file-review-title = هل هذا صحيح؟
portal-file-change = تعديل
portal-file-change-what = تعديل: { $what }
portal-file-send = { $kind ->
    [request] إرسال الطلب
    [suggestion] إرسال الاقتراح
   *[complaint] إرسال الشكاية
}
portal-author = المواطن(ة)

## The receipt

portal-receipt-title = { $kind ->
    [request] توصلنا بطلبكم
    [suggestion] توصلنا باقتراحكم
   *[complaint] توصلنا بشكايتكم
}
portal-receipt-new = تم الإرسال والتسجيل لدينا.
portal-receipt-keep = المرجو تدوينهما أو تسجيل الوصل: بهما تتابعون دون حساب. لا تطلعوا على الرمز إلا من تثقون به.
portal-receipt-pdf = تسجيل الوصل (PDF)
portal-receipt-print = يمكنكم أيضا طباعة هذه الصفحة.
portal-receipt-follow = تتبع
portal-receipt-see = الوصل
portal-receipt-facts = ما توصلنا به
portal-receipt-recorded = تاريخ التوصل
portal-receipt-next = ماذا بعد
portal-receipt-next-check = يقرأ الملف خلال يوم العمل الموالي ويحال على المؤسسة المعنية بالجواب.
portal-receipt-next-due = تتوصلون بالجواب قبل { $date }. إذا نقصت وثيقة نطلبها منكم ويتوقف الأجل إلى حين وصولها.
portal-receipt-next-told = نخبركم على: { $where }
portal-receipt-next-look = لم تحددوا طريقة لإخباركم: المرجو الاطلاع هنا برقم المرجع والرمز.
portal-receipt-next-after = بعد الجواب يمكنكم التعبير عن رضاكم، أو طلب إعادة فتح الملف، أو رفعه إلى الوحدة الأعلى.
portal-receipt-account = بواسطة حساب تجدون جميع شكاياتكم في مكان واحد.
portal-account-new = إنشاء حساب

## Following, and what a citizen does

portal-follow-closed = للاطلاع على هذه الصفحة المرجو إدخال رقم المرجع ورمز التتبع أو تسجيل الدخول. يجب أن يقبل المتصفح ملف تعريف الارتباط لهذا الموقع.
portal-ask-any = المرجو الحضور مع الوصل إلى أي مكتب من مكاتبنا.
portal-merged = أخبرنا شخص آخر بالموضوع نفسه، وتتم معالجتهما معا. يبقى مرجعكم كما هو، ويصلكم الجواب هنا أيضا.
portal-deeds-title = ما يمكنكم فعله
portal-documents-title = وثائقكم
portal-deed-until = إلى غاية { $date }
portal-asked-until = قبل { $date }
portal-step-remark = ملاحظتكم
portal-step-by-you = منكم
portal-step-rated-1 = تقييمكم: 1 من 5
portal-step-rated-2 = تقييمكم: 2 من 5
portal-step-rated-3 = تقييمكم: 3 من 5
portal-step-rated-4 = تقييمكم: 4 من 5
portal-step-rated-5 = تقييمكم: 5 من 5
portal-deed-back = الرجوع إلى الملف
portal-deed-text = بكلماتكم
portal-deed-documents = إرسال وثائق
portal-deed-documents-lead = ترسل إلى من يعالج الملف.
portal-deed-documents-button = إرسال الوثائق
portal-deed-remark = كتابة ملاحظة
portal-deed-remark-lead = أمر جديد أو أمر نسيتموه. تبقى الملاحظة في الملف.
portal-deed-remark-button = إرسال الملاحظة
portal-deed-remark-missing = المرجو كتابة الملاحظة.
portal-deed-rate = التعبير عن رضاكم
portal-deed-rate-lead = كيف تمت معالجة ملفكم؟ يساعدنا ذلك على التحسين ولا يغير شيئا في الجواب.
portal-deed-rate-button = إرسال التقييم
portal-stars = ما مدى رضاكم؟
portal-stars-5 = 5، تماما
portal-stars-4 = 4، في الغالب
portal-stars-3 = 3، نوعا ما
portal-stars-2 = 2، قليلا
portal-stars-1 = 1، إطلاقا
portal-stars-missing = المرجو اختيار رقم من 1 إلى 5.
portal-deed-reopen = طلب إعادة الفتح
portal-deed-reopen-lead = إذا لم يحل الجواب المشكل أو تكرر. تعيد نفس المؤسسة النظر فيه.
portal-deed-reopen-button = إعادة الفتح
portal-deed-reopen-missing = المرجو كتابة سبب إعادة الفتح.
portal-deed-appeal = رفعه إلى الوحدة الأعلى
portal-deed-appeal-lead = إذا كنتم ترون أن الجواب خاطئ. تنظر فيه الوحدة المركزية لا المؤسسة التي أجابت.
portal-deed-appeal-button = رفعه إلى الوحدة
portal-deed-appeal-missing = المرجو كتابة ما هو خاطئ في الجواب.
portal-deed-withdraw = { $kind ->
    [request] سحب الطلب
    [suggestion] سحب الاقتراح
   *[complaint] سحب الشكاية
}
portal-deed-withdraw-lead = لن يعالج أحد الملف بعد ذلك. يمكنكم طلب إعادة فتحه خلال مدة محددة.
portal-deed-withdraw-button = سحب
portal-done-documents = توصلنا بوثائقكم
portal-done-documents-next = يراها من الآن من يعالج الملف.
portal-done-remark = توصلنا بملاحظتكم
portal-done-remark-next = يراها من الآن من يعالج الملف.
portal-done-rate = توصلنا بتقييمكم
portal-done-rate-next = يحتسب في إحصائياتنا دون اسمكم.
portal-done-reopen = أعيد فتحه
portal-done-reopen-next = نخبركم بكل جديد. تتابعون هنا كل مرحلة.
portal-done-appeal = رفع إلى الوحدة المركزية
portal-done-appeal-next = تعيد النظر في الموضوع. نخبركم بكل جديد.
portal-done-withdraw = { $kind ->
    [request] تم سحب الطلب
    [suggestion] تم سحب الاقتراح
   *[complaint] تم سحب الشكاية
}
portal-done-withdraw-next = لم يعد أحد يعالج الملف.
portal-refused-title = هذا غير ممكن الآن
portal-refused-documents = انتهى الملف. يمكنكم طلب إعادة فتحه أو إحضار الوثائق إلى أحد مكاتبنا.
portal-refused-remark = انتهى الملف. يمكنكم طلب إعادة فتحه أو السؤال في أحد مكاتبنا.
portal-refused-rate = لا يوجد جواب بعد، أو سبق أن عبرتم عن رأيكم، أو انقضت المدة.
portal-refused-reopen = لم ينته الملف، أو انقضت المدة. يمكنكم دائما تقديم ملف جديد مع ذكر هذا المرجع.
portal-refused-appeal = لا يوجد جواب بعد، أو انقضت المدة. المرجو السؤال في أحد مكاتبنا.
portal-refused-withdraw = سبق الجواب عنه، أو انتهى الملف.

## Accounts

portal-account-reached = البريد الإلكتروني أو رقم الهاتف المحمول
portal-account-reached-hint = يرسل رمز إليه للتأكد من أنه لكم. به تسجلون الدخول.
portal-account-reached-missing = المرجو كتابة البريد الإلكتروني أو رقم الهاتف المحمول.
portal-account-reached-shape = هذا ليس بريدا إلكترونيا ولا رقم هاتف. المرجو إعادة قراءته.
portal-account-nic-hint = به تجدون أيضا ما سجل لكم في أحد المكاتب بعد تأكيده.
portal-account-password = كلمة السر
portal-account-password-new = كلمة سر جديدة
portal-account-password-hint = على الأقل { $count } حروف. يسهل تذكر ثلاث أو أربع كلمات.
portal-account-password-short = المرجو اختيار كلمة سر لا تقل عن { $count } حروف.
portal-account-password-missing = المرجو كتابة كلمة السر.
portal-account-password-wrong = كلمة السر غير صحيحة. المرجو كتابتها من جديد.
portal-account-have = لدي حساب: تسجيل الدخول
portal-account-forgotten = نسيت كلمة السر
portal-account-follow = تتبع شكاية بدون حساب
portal-account-new-title = إنشاء حساب
portal-account-new-lead = جميع شكاياتكم في مكان واحد. لا حاجة إليه للتقديم أو التتبع.
portal-account-new-button = أرسلوا لي الرمز
portal-account-code = الرمز
portal-account-code-hint = ستة أرقام. صالح لمدة { $count } دقيقة.
portal-account-code-wrong = الرمز غير صحيح. المرجو إعادة قراءته.
portal-account-code-over = لم يعد هذا الرمز صالحا. المرجو طلب رمز جديد.
portal-account-code-none = لم يصل أي رمز: إعادة المحاولة
portal-account-confirm-title = أدخلوا الرمز
portal-account-confirm-lead = أرسلناه إلى العنوان الذي أدخلتم. إذا كان لديكم حساب بهذا العنوان فلن يصل أي رمز: المرجو تسجيل الدخول.
portal-account-confirm-button = تأكيد
portal-account-sign-in-title = تسجيل الدخول
portal-account-sign-in-lead = للاطلاع على جميع شكاياتكم.
portal-account-sign-in-button = تسجيل الدخول
portal-account-sign-in-wrong = العنوان أو كلمة السر غير صحيحة. المرجو إعادة كتابتهما أو طلب كلمة سر جديدة.
portal-account-sign-out = تسجيل الخروج
portal-account-out = تم تسجيل الخروج.
portal-account-forgotten-title = كلمة سر جديدة
portal-account-forgotten-lead = نرسل رمزا إلى عنوان حسابكم.
portal-account-forgotten-button = أرسلوا لي الرمز
portal-account-reset-title = أدخلوا الرمز وكلمة سر جديدة
portal-account-reset-lead = إذا كان هناك حساب بهذا العنوان فالرمز في الطريق. سيتم تسجيل خروجكم من كل مكان آخر.
portal-account-reset-button = تغيير كلمة السر
portal-account-details-title = تصحيح معطياتي
portal-account-details-lead = يتم التصحيح أيضا في شكاياتكم المفتوحة حيث ورد نفس الشيء.
portal-account-details-button = تسجيل
portal-account-address-title = بريد إلكتروني أو هاتف آخر
portal-account-address-lead = نرسل إليه رمزا للتأكد من أنه لكم.
portal-account-address-now = حاليا: { $where }
portal-account-address-sent = أرسلناه إلى العنوان الذي أدخلتم، إلا إذا كان لحساب آخر.
portal-account-address-button = أرسلوا لي الرمز
portal-account-identity-title = تأكيد رقم بطاقتي
portal-account-identity-lead = المرجو إدخال رقم المرجع ورمز التتبع لشكاية سجلت لكم في أحد المكاتب وتحمل رقمكم. عندئذ تظهر جميع الشكايات التي تحمله. يمكن للمكتب طباعة الوصل من جديد.
portal-account-identity-button = تأكيد
portal-account-identity-not-proven = هذه الشكاية لا تحمل رقمكم، أو لم يطلع أحد على بطاقتكم عند تقديمها. المرجو استعمال وصل من أحد المكاتب.
portal-account-identity-taken = لحساب آخر نفس الرقم. المرجو التوجه إلى مكتب مع بطاقتكم.
portal-account-close-title = إغلاق حسابي
portal-account-close-lead = نحذف من الحساب اسمكم وعناوينكم وكلمة السر. تبقى شكاياتكم لدى من يعالجها مع ما كتبتم فيها: فهي وثائق عمومية تحفظ وفق إشعار المعطيات. يمكنكم دائما تتبعها برقم المرجع ورمز التتبع. المرجو تحميل معطياتكم أولا.
portal-account-close-button = إغلاق الحساب
portal-account-closed-title = تم إغلاق حسابكم
portal-account-closed = تستمر معالجة شكاياتكم. تتبعوها برقم المرجع ورمز التتبع.

## My complaints

portal-mine-open = مفتوحة
portal-mine-finished = منتهية
portal-mine-due = الجواب قبل { $date }
portal-mine-empty = لا شيء هنا بعد
portal-mine-empty-why = يظهر هنا ما تقدمونه بعد تسجيل الدخول وما تضيفونه برقم المرجع ورمز التتبع.
portal-mine-account = حسابي
portal-mine-add = إضافة شكاية برقم المرجع والرمز
portal-mine-identity = العثور على ما سجل في أحد المكاتب
portal-mine-done-new = تم إنشاء حسابكم وتسجيل دخولكم.
portal-mine-done-password = تم تغيير كلمة السر وتسجيل دخولكم.
portal-mine-done-details = تم تصحيح معطياتكم.
portal-mine-done-address = العنوان الجديد معتمد من الآن.
portal-mine-done-identity = تم تأكيد رقمكم. ما سجل به يوجد في اللائحة.
portal-data-title = تحميل معطياتي
portal-data-lead = كل ما نحتفظ به عنكم: حسابكم وشكاياتكم بكل مراحلها ووثائقكم.
portal-data-button = تسجيل معطياتي (JSON)
portal-data-hint = نص يمكن لبرامج أخرى قراءته. يتضمن رموز التتبع: المرجو الاحتفاظ به لأنفسكم.
portal-widget-all = الاطلاع على كل المراحل

# شكاية تعالج مع أخرى
portal-merged-own = هذا هو الموضوع نفسه لشكاية أخرى قدمتموها. تعالجان معا، والجواب يعني الاثنتين. الأخرى:

# كل شيء في ملف واحد
portal-data-zip = حفظ كل شيء (ZIP)
portal-data-zip-hint = ملف واحد فيه معطياتكم للقراءة، ونسخة منها للبرامج، وكل وصل، والوثائق التي قدمتموها. فيه رموز الولوج الخاصة بكم: احتفظوا به لأنفسكم.
portal-data-page-title = ما نحتفظ به عنكم
portal-data-page-lead = هذه الصفحة وملف my-data.json للبرامج وكل وصل والوثائق التي قدمتموها توجد في مجلد واحد. فيه ما يفتح شكاياتكم: احتفظوا به لأنفسكم.
portal-data-made = أنجز في { $at }.
portal-data-account = حسابكم
portal-data-not-here = لم تصل بعد
portal-data-taken-title = ما حفظتموه من قبل
portal-data-taken = { $at } ({ $what })
portal-data-taken-hint = إذا لم تكونوا أنتم في إحدى هذه المرات فاختاروا كلمة سر جديدة.

# الحفظ والمتابعة لاحقا
portal-file-save = حفظ والتوقف الآن
portal-saved-title = تم حفظ استمارتكم
portal-saved-lead = يمكنكم متابعتها لاحقا، هنا أو على هاتف آخر، بهذا الرمز.
portal-saved-code = رمز استمارتكم
portal-saved-until = محفوظة إلى غاية
portal-saved-where = المتابعة على
portal-saved-keep = اكتبوا الرمز أو التقطوا صورة له. لا يمكن لأحد أن يعطيكم إياه مرة أخرى. والرمز الذي كان لديكم من قبل لهذه الاستمارة لم يعد صالحا.
portal-saved-email = أرسلناه أيضا إلى { $where }.
portal-saved-not-sent = لم يرسل أي شيء بعد، ولا يقرأه أحد. إذا لم تتابعوها فستحذف بعد ذلك اليوم.
portal-saved-code-missing = أدخلوا رمز استمارتكم.
portal-saved-code-wrong = لا توجد استمارة محفوظة بهذا الرمز. المرجو التحقق من كل حرف. تحذف الاستمارات بعد اليوم الذي أخبرناكم به.
portal-saved-sent-title = سبق إرسال هذه الاستمارة
portal-saved-sent = أرسل ما حفظتموه. تتبعوه بمرجعه ورمز الولوج الموجودين على الوصل.
portal-continue-link = متابعة استمارة حفظتها
portal-continue-title = متابعة استمارة محفوظة
portal-continue-lead = حصلتم على رمز عند حفظها.
portal-continue-hint = اثنا عشر حرفا ورقما، مثل { "7KQ2-\u20609XWD-\u206004TB" }
portal-continue-button = فتح الاستمارة
portal-continue-new = ليس لدي رمز: بدء استمارة جديدة

# Notices: what is sent to citizens by e-mail and SMS, and to agents by e-mail. An SMS fits one message: 160 letters,
# 70 in Arabic. Nothing here says what a complaint is about, or what was answered.

notice-automatic = أرسلت هذه الرسالة بصفة آلية. المرجو عدم الرد عليها.
notice-follow = يمكنكم تتبعه بالمرجع ورمز التتبع على الموقع { $url }، أو الاستفسار لدى أحد مكاتبنا.
notice-sign-in = المرجو تسجيل الدخول لمعالجته: { $desk }
notice-restricted = سري
notice-escalation-reason = لم يقدم الجواب قبل انتهاء يوم { $day }.
notice-closing-reason = لم يتم التوصل بالوثيقة المطلوبة.
notice-parting-reason = كان هذا الملف يعالج مع ملف آخر سحبه صاحبه.
notice-due = أجل الجواب: يوم { $day }.
notice-access-code = رمز التتبع الخاص بكم هو { $code }. المرجو الاحتفاظ به لأنفسكم: من يعرف المرجع والرمز يمكنه الاطلاع على الوضعية.
notice-confirmation-code-subject = رمز التأكيد
notice-confirmation-code-text =
    رمز التأكيد هو { $code }. المرجو عدم إعطائه لأي أحد.
    { $minutes ->
        [zero] انتهت صلاحيته.
        [one] صلاحيته دقيقة واحدة.
        [two] صلاحيته دقيقتان.
        [few] صلاحيته { $minutes } دقائق.
        [many] صلاحيته { $minutes } دقيقة.
       *[other] صلاحيته { $minutes } دقيقة.
    }
    إذا لم تطلبوه فلا داعي للقيام بأي شيء.
notice-confirmation-code-sms = { $title }: رمزكم { $code }. لا يعطى لأحد.
notice-password-reset-subject = اختيار كلمة سر جديدة
notice-password-reset-text =
    المرجو اختيار كلمة سر جديدة هنا:
    { $link }
    { $minutes ->
        [zero] انتهت صلاحيته.
        [one] صلاحيته دقيقة واحدة.
        [two] صلاحيته دقيقتان.
        [few] صلاحيته { $minutes } دقائق.
        [many] صلاحيته { $minutes } دقيقة.
       *[other] صلاحيته { $minutes } دقيقة.
    }
    إذا لم تطلبوا ذلك فلا داعي للقيام بأي شيء: تبقى كلمة السر كما هي.
notice-password-reset-sms = { $title }: كلمة سر جديدة: { $link }
notice-acknowledgement-subject = المرجع { $reference }: تم التوصل
notice-acknowledgement-text = توصلنا بما أرسلتموه. مرجعكم هو { $reference }. المرجو الاحتفاظ به: به يمكنكم الاستفسار في أي وقت.
notice-acknowledgement-sms = توصلنا بملفكم. المرجع: { $reference }. { $url }
notice-passed-on-subject = المرجع { $reference }: تمت الإحالة
notice-passed-on-text = المرجع { $reference }: أحيل ملفكم على المؤسسة المختصة: { $institution }.
notice-passed-on-sms = { $reference }: أحيل ملفكم على المصلحة المختصة. { $url }
notice-document-asked-subject = المرجع { $reference }: وثيقة مطلوبة
notice-document-asked-text = المرجع { $reference }: نحتاج إلى وثيقة منكم لمتابعة المعالجة. الوثيقة المطلوبة مبينة في ملفكم.
notice-document-asked-sms = { $reference }: نحتاج إلى وثيقة منكم. { $url }
notice-document-reminder-subject = المرجع { $reference }: الوثيقة لم تصل بعد
notice-document-reminder-text = المرجع { $reference }: لم نتوصل بعد بالوثيقة المطلوبة. لا يمكن متابعة المعالجة بدونها.
notice-document-reminder-sms = { $reference }: ما زلنا ننتظر وثيقتكم. { $url }
notice-interim-answer-subject = المرجع { $reference }: جواب أولي
notice-interim-answer-text = المرجع { $reference }: يوجد جواب أولي، وستليه تتمة.
notice-interim-answer-sms = { $reference }: يوجد جواب أولي. { $url }
notice-answered-subject = المرجع { $reference }: جواب
notice-answered-text = المرجع { $reference }: يوجد جواب موجه إليكم.
notice-answered-sms = { $reference }: يوجد جواب موجه إليكم. { $url }
notice-message-subject = المرجع { $reference }: رسالة
notice-message-text = المرجع { $reference }: توجد رسالة موجهة إليكم.
notice-message-sms = { $reference }: توجد رسالة موجهة إليكم. { $url }
notice-resolved-subject = المرجع { $reference }: تمت التسوية
notice-resolved-text = المرجع { $reference }: تمت تسوية الأمر. إذا لم توافقوا على ذلك، المرجو إخبارنا.
notice-resolved-sms = { $reference }: تمت تسوية الأمر. { $url }
notice-closed-subject = المرجع { $reference }: تم الإغلاق
notice-closed-text = المرجع { $reference }: أغلق الملف. لن يتخذ أي إجراء آخر إلا إذا أعيد فتحه.
notice-closed-sms = { $reference }: أغلق الملف. { $url }
notice-closed-without-document-subject = المرجع { $reference }: تم الإغلاق
notice-closed-without-document-text = المرجع { $reference }: أغلق الملف لأننا لم نتوصل بالوثيقة المطلوبة. بعد تقديمها نعيد فتحه.
notice-closed-without-document-sms = { $reference }: أغلق لعدم تقديم الوثيقة. { $url }
notice-reopened-subject = المرجع { $reference }: أعيد فتحه
notice-reopened-text = المرجع { $reference }: أعيد فتح الملف.
notice-reopened-sms = { $reference }: أعيد فتح الملف. { $url }
notice-handed-over-subject = المرجع { $reference }: مكتب آخر
notice-handed-over-text = المرجع { $reference }: يتكلف به مكتب آخر من الآن: { $office }. يبقى مرجعكم كما هو.
notice-handed-over-sms = { $reference }: لدى مكتب آخر: { $office }
notice-merged-subject = المرجع { $reference }: يعالج مع ملف آخر
notice-merged-text = المرجع { $reference }: أخبرنا شخص آخر بالأمر نفسه، ويعالج الملفان معا. يبقى مرجعكم ورمز الولوج كما هما، ويصلكم الجواب أيضا.
notice-merged-sms = { $reference }: يعالج مع ملف آخر. { $url }
notice-holder-passed-on-subject = { $reference }: أحيل عليكم
notice-holder-passed-on-text = { $reference } ({ $category }): أحيل على مؤسستكم.
notice-holder-assigned-subject = { $reference }: أسند إليكم
notice-holder-assigned-text = { $reference } ({ $category }): أسند إليكم.
notice-holder-due-soon-subject = { $reference }: الأجل يوم { $day }
notice-holder-due-soon-text = { $reference } ({ $category }): يجب الجواب عنه قبل انتهاء يوم { $day }.
notice-holder-overdue-subject = { $reference }: متأخر منذ يوم { $day }
notice-holder-overdue-text = { $reference } ({ $category }): كان يجب الجواب عنه قبل انتهاء يوم { $day }. المرجو الجواب الآن أو إرسال جواب أولي.
notice-holder-interim-demanded-subject = { $reference }: المرجو جواب أولي
notice-holder-interim-demanded-text = { $reference } ({ $category }): لم يقدم أي جواب بعد. المرجو إخبار المواطن(ة) على الأقل بوضعية الملف.
notice-holder-escalated-subject = { $reference }: عرض عليكم
notice-holder-escalated-text = { $reference } ({ $category }): عرض عليكم. المرجو السهر على الجواب عنه.
notice-test-subject = رسالة تجريبية
notice-test-text = هذه رسالة تجريبية. قراءتها تعني أن الرسائل تصل.
notice-test-sms = { $title }: رسالة تجريبية.

# استمارة محفوظة للمتابعة لاحقا
notice-saved-form-subject = رمز استمارتكم المحفوظة
notice-saved-form-text = حفظتم استمارة لمتابعتها لاحقا. رمزها هو { $code }. وهي محفوظة إلى غاية { $day }. لم يرسل أي شيء بعد.
notice-saved-form-open = تابعوها على { $url }/file/continue

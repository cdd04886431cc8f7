; What the installer says itself, in each of its languages. The rest is NSIS' own.

!macro WORDS LANGUAGE NAME TEXT
  LangString ${NAME} ${LANG_${LANGUAGE}} "${TEXT}"
!macroend

!insertmacro WORDS ENGLISH TooOldWindows "Guichet needs Windows 10 or 11."
!insertmacro WORDS FRENCH TooOldWindows "Guichet a besoin de Windows 10 ou 11."
!insertmacro WORDS ARABIC TooOldWindows "يحتاج Guichet إلى Windows 10 أو 11."

!insertmacro WORDS ENGLISH NewerIsThere "A newer version of Guichet is installed already. It stays as it is."
!insertmacro WORDS FRENCH NewerIsThere "Une version plus récente de Guichet est déjà installée. Elle reste telle quelle."
!insertmacro WORDS ARABIC NewerIsThere "يوجد إصدار أحدث من Guichet مثبت من قبل. يبقى كما هو."

!insertmacro WORDS ENGLISH CloseFirst "Guichet is open. Close its window, then press Retry. Nothing that was typed is lost."
!insertmacro WORDS FRENCH CloseFirst "Guichet est ouvert. Fermez sa fenêtre, puis appuyez sur Réessayer. Rien de ce qui a été tapé n’est perdu."
!insertmacro WORDS ARABIC CloseFirst "Guichet مفتوح. المرجو إغلاق نافذته ثم الضغط على إعادة المحاولة. لن يفقد أي شيء مما كتب."

!insertmacro WORDS ENGLISH PolicyNotTaken "The file policy.toml beside the installer could not be copied. Nothing else is amiss: copy it again and start the installer once more."
!insertmacro WORDS FRENCH PolicyNotTaken "Le fichier policy.toml à côté de l’installateur n’a pas pu être copié. Recopiez-le, puis relancez l’installateur."
!insertmacro WORDS ARABIC PolicyNotTaken "تعذر نسخ الملف policy.toml الموجود بجانب برنامج التثبيت. المرجو نسخه من جديد ثم تشغيل برنامج التثبيت مرة أخرى."

!insertmacro WORDS ENGLISH NoWebView2 "Guichet is installed. Its window needs Microsoft WebView2 (version ${OLDEST_WEBVIEW2} or newer), which is not on this computer. Ask your administrator to put MicrosoftEdgeWebView2RuntimeInstallerX64.exe beside this installer and to start it again."
!insertmacro WORDS FRENCH NoWebView2 "Guichet est installé. Sa fenêtre a besoin de Microsoft WebView2 (version ${OLDEST_WEBVIEW2} ou plus récente), qui n’est pas sur cet ordinateur. Demandez à votre administrateur de mettre MicrosoftEdgeWebView2RuntimeInstallerX64.exe à côté de cet installateur et de le relancer."
!insertmacro WORDS ARABIC NoWebView2 "تم تثبيت Guichet. تحتاج نافذته إلى Microsoft WebView2 (الإصدار ${OLDEST_WEBVIEW2} أو أحدث) وهو غير موجود على هذا الحاسوب. المرجو من مسؤول النظام وضع MicrosoftEdgeWebView2RuntimeInstallerX64.exe بجانب برنامج التثبيت هذا وتشغيله من جديد."

!insertmacro WORDS ENGLISH DataStays "Guichet is removed. The complaints stay on this computer, encrypted, in %LOCALAPPDATA%\org.guichet.desk of each user. Installed again, Guichet finds them."
!insertmacro WORDS FRENCH DataStays "Guichet est désinstallé. Les réclamations restent sur cet ordinateur, chiffrées, dans %LOCALAPPDATA%\org.guichet.desk de chaque utilisateur. Réinstallé, Guichet les retrouve."
!insertmacro WORDS ARABIC DataStays "تمت إزالة Guichet. تبقى الشكايات على هذا الحاسوب مشفرة في المجلد %LOCALAPPDATA%\org.guichet.desk لكل مستعمل. عند تثبيته من جديد يجدها Guichet."

!insertmacro WORDS ENGLISH CarryFile "Guichet exchange by stick"
!insertmacro WORDS FRENCH CarryFile "Échange Guichet par clé USB"
!insertmacro WORDS ARABIC CarryFile "تبادل Guichet بمفتاح USB"

!insertmacro WORDS ENGLISH OfficeFile "Guichet file of an office"
!insertmacro WORDS FRENCH OfficeFile "Fichier de bureau Guichet"
!insertmacro WORDS ARABIC OfficeFile "ملف مكتب Guichet"

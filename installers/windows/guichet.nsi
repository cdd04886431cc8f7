; The desk for Windows 10 and 11: per user without an administrator, or per machine for one. Made by `cargo xtask
; package`, which gives VERSION, PAYLOAD (the folder with the programs), ICON, OUT and OLDEST_WEBVIEW2, and SIGN where
; there is a key.
;
;   guichet-setup.exe [/S] [/CurrentUser | /AllUsers] [/D=FOLDER]
;   exit status: 0 done; 2 not done (the desk is open, a newer one is there, rights are missing);
;                4 done, and the window will not open before WebView2 is there or newer
;
; What lies beside the installer is used: policy.toml, and Microsoft's WebView2 runtime for computers without internet.

Target amd64-unicode
SetCompressor /SOLID lzma

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_INSTDIR "Guichet"
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\Guichet"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Version"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\Guichet"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include FileFunc.nsh

Name "Guichet"
OutFile "${OUT}"
BrandingText "Guichet ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Guichet"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Guichet ${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache-2.0"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Guichet"
!define WEBVIEW2_ID "{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_ALLLANGUAGES
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"
!insertmacro MUI_LANGUAGE "Arabic"
!include "words.nsh"
!insertmacro MUI_RESERVEFILE_LANGDLL

Var WebView2

Function .onInit
  ; MultiUser would ask on the screen, and nobody sits at a silent installation.
  ${If} ${Silent}
    ${GetParameters} $0
    ${GetOptions} $0 "/AllUsers" $1
    ${IfNot} ${Errors}
      UserInfo::GetAccountType
      Pop $1
      ${If} $1 != "Admin"
        SetErrorLevel 2
        Quit
      ${EndIf}
    ${EndIf}
  ${EndIf}
  !insertmacro MULTIUSER_INIT
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOldWindows)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

; A store that a newer desk has opened is not for an older one.
Function RefuseOlder
  ReadRegStr $0 SHCTX "Software\Guichet" "Version"
  ${If} $0 != ""
    ${VersionCompare} $0 "${VERSION}" $1
    ${If} $1 = 1
      MessageBox MB_OK|MB_ICONSTOP "$(NewerIsThere)" /SD IDOK
      SetErrorLevel 2
      Abort
    ${EndIf}
  ${EndIf}
FunctionEnd

; A program that runs cannot be written over; half an upgrade would be worse than none.
!macro WAIT_UNTIL_CLOSED UN
Function ${UN}WaitUntilClosed
  again:
  StrCpy $1 ""
  ${If} ${FileExists} "$INSTDIR\guichet.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\guichet.exe" a
    ${If} ${Errors}
      StrCpy $1 "open"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\guichet-office.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\guichet-office.exe" a
    ${If} ${Errors}
      StrCpy $1 "open"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} $1 == "open"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(CloseFirst)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Abort
  ${EndIf}
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

; $WebView2: its version, or nothing. Where Microsoft keeps it: per machine, or per user.
Function FindWebView2
  ReadRegStr $WebView2 HKLM "SOFTWARE\WOW6432Node\Microsoft\EdgeUpdate\Clients\${WEBVIEW2_ID}" "pv"
  ${If} $WebView2 == ""
  ${OrIf} $WebView2 == "0.0.0.0"
    ReadRegStr $WebView2 HKCU "Software\Microsoft\EdgeUpdate\Clients\${WEBVIEW2_ID}" "pv"
  ${EndIf}
  ${If} $WebView2 == "0.0.0.0"
    StrCpy $WebView2 ""
  ${EndIf}
  ${If} $WebView2 != ""
    ${VersionCompare} $WebView2 "${OLDEST_WEBVIEW2}" $0
    ${If} $0 = 2
      StrCpy $WebView2 ""
    ${EndIf}
  ${EndIf}
FunctionEnd

Function ProvideWebView2
  Call FindWebView2
  ${If} $WebView2 == ""
    ${If} ${FileExists} "$EXEDIR\MicrosoftEdgeWebView2RuntimeInstallerX64.exe"
      DetailPrint "WebView2"
      ExecWait '"$EXEDIR\MicrosoftEdgeWebView2RuntimeInstallerX64.exe" /silent /install'
      Call FindWebView2
    ${EndIf}
  ${EndIf}
  ${If} $WebView2 == ""
    SetErrorLevel 4
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(NoWebView2)" /SD IDOK
  ${EndIf}
FunctionEnd

!macro FILE_TYPE EXTENSION CLASS TITLE
  WriteRegStr SHCTX "Software\Classes\${EXTENSION}" "" "${CLASS}"
  WriteRegStr SHCTX "Software\Classes\${CLASS}" "" "${TITLE}"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\guichet.exe,0"
  WriteRegStr SHCTX "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\guichet.exe" "%1"'
!macroend

Section "Guichet"
  Call RefuseOlder
  Call WaitUntilClosed
  SetOutPath "$INSTDIR"
  File "${PAYLOAD}\guichet.exe"
  File "${PAYLOAD}\guichet-office.exe"
  File "${PAYLOAD}\WebView2Loader.dll"
  File "${PAYLOAD}\LICENSE.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  Call TakePolicy

  CreateShortcut "$SMPROGRAMS\Guichet.lnk" "$INSTDIR\guichet.exe"
  !insertmacro FILE_TYPE ".carry" "Guichet.Carry" "$(CarryFile)"
  !insertmacro FILE_TYPE ".guichet" "Guichet.OfficeFile" "$(OfficeFile)"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  WriteRegStr SHCTX "Software\Guichet" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "Software\Guichet" "Version" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "Guichet"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\guichet.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "Guichet"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S /$MultiUser.InstallMode'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" "$0"
  Call ProvideWebView2
SectionEnd

; Puts the administrator's policy where the desk reads it. Per machine nobody else may write there.
Function TakePolicy
  ${If} $MultiUser.InstallMode == "AllUsers"
    StrCpy $0 "$APPDATA\Guichet"
    CreateDirectory "$0"
    nsExec::Exec 'icacls "$0" /inheritance:r /grant *S-1-5-18:(OI)(CI)F /grant *S-1-5-32-544:(OI)(CI)F /grant *S-1-5-32-545:(OI)(CI)RX'
    Pop $1
  ${Else}
    StrCpy $0 "$LOCALAPPDATA\Guichet"
  ${EndIf}
  ${If} ${FileExists} "$EXEDIR\policy.toml"
    CreateDirectory "$0"
    ClearErrors
    CopyFiles /SILENT "$EXEDIR\policy.toml" "$0\policy.toml"
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(PolicyNotTaken)" /SD IDOK
      SetErrorLevel 2
      Abort
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
  ${IfNot} ${Silent}
    !insertmacro MUI_UNGETLANGUAGE
  ${EndIf}
FunctionEnd

; The complaints are the office's: they stay, and so do their keys and the policy.
Section "Uninstall"
  Call un.WaitUntilClosed
  Delete "$INSTDIR\guichet.exe"
  Delete "$INSTDIR\guichet-office.exe"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Guichet.lnk"
  DeleteRegKey SHCTX "Software\Classes\Guichet.Carry"
  DeleteRegKey SHCTX "Software\Classes\Guichet.OfficeFile"
  DeleteRegValue SHCTX "Software\Classes\.carry" ""
  DeleteRegKey /ifempty SHCTX "Software\Classes\.carry"
  DeleteRegValue SHCTX "Software\Classes\.guichet" ""
  DeleteRegKey /ifempty SHCTX "Software\Classes\.guichet"
  DeleteRegKey SHCTX "Software\Guichet"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  MessageBox MB_OK|MB_ICONINFORMATION "$(DataStays)" /SD IDOK
SectionEnd

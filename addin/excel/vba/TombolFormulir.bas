Attribute VB_Name = "TombolFormulir"
Option Explicit
' The buttons on the sheet Data: they call the add-in's macros, and say so where the add-in is not there.

Private Const PENGAYA As String = "angka_kredit.xlam"

@TOMBOL@
Private Sub Jalankan(ByVal tombol As String)
    If Terpasang() Then
        Application.Run "'" & PENGAYA & "'!AngkaKredit_" & tombol
    Else
        MsgBox "Tombol ini memerlukan pengaya Angka Kredit, yang tidak terbuka di Excel ini." & vbNewLine & _
            "Tutup Excel, @PASANG@, lalu buka lagi Excel.", vbExclamation, "Angka Kredit"
    End If
End Sub

Private Function Terpasang() As Boolean
    On Error GoTo tidak
    Terpasang = Len(Workbooks(PENGAYA).Name) > 0 ' an add-in is in no list of the open ones, only found by its name
tidak:
End Function

Attribute VB_Name = "AngkaKreditTombol"
Option Explicit
' The macros of the ribbon and of the buttons on our forms, one a button: they only call Python.

' The ribbon names the button by its tag.
Public Sub AngkaKredit_Pita(kendali As Object)
    Jalankan kendali.Tag
End Sub

Public Sub AngkaKredit_DaftarkanBantuan()
    DaftarkanBantuan
End Sub

Public Sub AngkaKredit_TawarkanPerbaikan()
    TawarkanYangDibuka
End Sub
@TOMBOL@

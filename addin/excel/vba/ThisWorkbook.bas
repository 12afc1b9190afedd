Option Explicit

Private WithEvents aplikasi As Application

Private Sub Workbook_Open()
    Set aplikasi = Application
    Application.OnTime Now, "'" & ThisWorkbook.Name & "'!AngkaKredit_DaftarkanBantuan"
End Sub

Private Sub aplikasi_WorkbookOpen(ByVal Wb As Workbook)
    IngatYangDibuka Wb
End Sub

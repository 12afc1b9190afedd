Attribute VB_Name = "AngkaKreditBantuan"
Option Explicit
Option Private Module
' The texts of the function wizard. They stand on the add-in's own sheet, which Excel-DNA IntelliSense reads too:
' name, description, (help topic), then name and description of each argument.

Private Const LEMBAR As String = "_IntelliSense_"
Private Const KATEGORI As String = "@KATEGORI@"
Private Const ARGUMEN_PERTAMA As Long = 4

' Run once when Excel is ready. Excel may refuse while the add-in is hidden ("cannot edit a macro on a hidden
' workbook"): then it is shown for that moment, with the screen held still.
Public Sub DaftarkanBantuan()
    On Error GoTo tersembunyi
    TulisBantuan
    ThisWorkbook.Saved = True
    Exit Sub
tersembunyi:
    Resume perlihatkan
perlihatkan:
    On Error GoTo gagal
    Application.ScreenUpdating = False
    ThisWorkbook.IsAddin = False
    TulisBantuan
kembali:
    ThisWorkbook.IsAddin = True
    ThisWorkbook.Saved = True
    Application.ScreenUpdating = True
    Exit Sub
gagal: ' the functions work all the same
    Catat "bantuan", Err.Number
    Resume kembali
End Sub

' Whether the formula names one of our functions.
Public Function MemakaiFungsiKami(ByVal rumus As String) As Boolean
    Dim daftar As Variant, baris As Long
    daftar = ThisWorkbook.Worksheets(LEMBAR).UsedRange.Value2
    For baris = 2 To UBound(daftar, 1)
        If InStr(1, rumus, daftar(baris, 1) & "(", vbTextCompare) > 0 Then MemakaiFungsiKami = True
    Next baris
End Function

Private Sub TulisBantuan()
    Dim daftar As Variant, baris As Long, makro As String
    daftar = ThisWorkbook.Worksheets(LEMBAR).UsedRange.Value2
    For baris = 2 To UBound(daftar, 1)
        makro = "'" & ThisWorkbook.Name & "'!" & daftar(baris, 1)
        If Len(daftar(baris, ARGUMEN_PERTAMA)) = 0 Then
            Application.MacroOptions Macro:=makro, Description:=daftar(baris, 2), Category:=KATEGORI
        Else
            Application.MacroOptions Macro:=makro, Description:=daftar(baris, 2), Category:=KATEGORI, ArgumentDescriptions:=Keterangan(daftar, baris)
        End If
    Next baris
End Sub

Private Function Keterangan(ByVal daftar As Variant, ByVal baris As Long) As Variant
    Dim semua() As String, kolom As Long, banyak As Long
    For kolom = ARGUMEN_PERTAMA To UBound(daftar, 2) - 1 Step 2
        If Len(daftar(baris, kolom)) > 0 Then
            ReDim Preserve semua(0 To banyak)
            semua(banyak) = daftar(baris, kolom + 1)
            banyak = banyak + 1
        End If
    Next kolom
    Keterangan = semua
End Function

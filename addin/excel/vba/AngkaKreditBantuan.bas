Attribute VB_Name = "AngkaKreditBantuan"
Option Explicit
Option Private Module
' The texts of the function wizard. They stand on the add-in's own sheet, which Excel-DNA IntelliSense reads too:
' name, description, (help topic), then name and description of each argument.

Private Const LEMBAR As String = "_IntelliSense_"
Private Const KATEGORI As String = "@KATEGORI@"
Private Const ARGUMEN_PERTAMA As Long = 4

Private fungsiKami As Variant ' the sheet, read once for all the cells of a workbook

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
    On Error GoTo tampak
    ThisWorkbook.IsAddin = True
    ThisWorkbook.Saved = True
    Application.ScreenUpdating = True
    Exit Sub
gagal: ' the functions work all the same
    Catat "bantuan", Err.Number
    Resume kembali
tampak: ' Excel leaves it in sight; not tried again
    Catat "bantuan_tampak", Err.Number
    Application.ScreenUpdating = True
End Sub

' Whether the formula calls one of our functions by its plain name, or by one that an Excel without us gave it.
Public Function MemakaiFungsiKami(ByVal rumus As String) As Boolean
    Dim baris As Long
    If IsEmpty(fungsiKami) Then fungsiKami = ThisWorkbook.Worksheets(LEMBAR).UsedRange.Value2
    For baris = 2 To UBound(fungsiKami, 1)
        If Memanggil(rumus, fungsiKami(baris, 1) & "(") Then
            MemakaiFungsiKami = True
            Exit Function
        End If
    Next baris
End Function

Private Function Memanggil(ByVal rumus As String, ByVal panggilan As String) As Boolean
    Dim letak As Long
    letak = InStr(1, rumus, panggilan, vbTextCompare)
    Do While letak > 0 And Not Memanggil
        Memanggil = NamaUtuh("=" & Left$(rumus, letak - 1))
        letak = InStr(letak + 1, rumus, panggilan, vbTextCompare)
    Loop
End Function

' Whether a name may begin behind this: not inside a longer one, and not another file's, which its link tells.
Private Function NamaUtuh(ByVal depan As String) As Boolean
    Dim akhir As Long, awalan As String
    akhir = Len(depan)
    Do While Mid$(depan, akhir, 1) Like "[A-Za-z0-9_.]"
        akhir = akhir - 1
    Loop
    If Mid$(depan, akhir, 1) = "!" Then Exit Function
    awalan = LCase$(Mid$(depan, akhir + 1))
    NamaUtuh = awalan = "" Or awalan = "_xll." Or Left$(awalan, 8) = "_xldudf_"
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

@echo off
chcp 65001 >nul
rem Dubbelklicka på den här filen för att starta programmet.
cd /d "%~dp0"
title Finsam-formulär
set "FINSAM_START=Starta.cmd"

for %%v in (3.14 3.13 3.12 3.11) do (
    py -%%v -c "" >nul 2>&1 && (
        py -%%v start.py %*
        goto end
    )
)
python -c "" >nul 2>&1 && (
    python start.py %*
    goto end
)
echo Python saknas på den här datorn: installera Python 3.13 från python.org (eller be er IT-avdelning) och starta igen.
cmd /c exit 1

:end
set code=%errorlevel%
if not "%code%"=="0" pause
exit /b %code%

"""The glossary as editors keep it: checked, listed, exchanged with spreadsheets and term bases, and added to."""

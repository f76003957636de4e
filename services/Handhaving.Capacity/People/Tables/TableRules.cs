using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.People.Tables;

/// <summary>What a file of people is refused for, as a whole or for one row.</summary>
public static class TableRules
{
    public static readonly Rule Readable = new("IMPORT_UNREADABLE", RuleOutcome.Invalid,
        "Line {line} cannot be read as CSV: a quote is not closed, or text follows one.", "Regel {line} is niet te lezen als CSV: controleer de aanhalingstekens.");

    public static readonly Rule Column = new("IMPORT_COLUMN_MISSING", RuleOutcome.Invalid,
        "There is no column {column} on the first line, or it stands there twice.", "De kolom {column} ontbreekt op de eerste regel, of staat er twee keer. Voeg die toe of haal er een weg.");

    public static readonly Rule NotTooLong = new("IMPORT_TOO_LONG", RuleOutcome.Invalid,
        "The file has {count} rows; at most {most}.", "Het bestand heeft {count} regels, hoogstens {most} mag. Splits het bestand.");

    public static readonly Rule Fields = new("IMPORT_FIELDS_DIFFER", RuleOutcome.Invalid,
        "The row has {count} fields; the first line names {columns}.", "Deze regel heeft {count} velden en de eerste regel {columns}. Maak dat gelijk.");

    public static readonly Rule Value = new("IMPORT_VALUE_INVALID", RuleOutcome.Invalid,
        "{value} is nothing that {column} can hold.", "{value} kan niet in kolom {column} staan. Verbeter de waarde.");

    public static readonly Rule KnownOfficer = new("IMPORT_OFFICER_UNKNOWN", RuleOutcome.Invalid,
        "There is nobody with the id {officer}.", "Er is geen medewerker met nummer {officer}. Voeg die eerst toe.");

    public static readonly Rule SamePerson = new("IMPORT_OFFICER_DIFFERS", RuleOutcome.Invalid,
        "{officer} has another {column} elsewhere.", "Medewerker {officer} heeft elders een andere waarde in {column}. Maak die gelijk.");

    public static readonly Rule NotTooLarge = new("EXPORT_TOO_LARGE", RuleOutcome.OutOfRange,
        "The file would have more than {most} characters.", "Het bestand is te groot (meer dan {most} tekens). Haal de gegevens per tabel op.");
}

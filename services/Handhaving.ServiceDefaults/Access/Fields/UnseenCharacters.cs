namespace Handhaving.ServiceDefaults.Access.Fields;

/// <summary>Characters that nobody sees in a text and that change how it is kept or read: the C0 and C1 controls, those that
/// turn the direction of reading (Unicode TR36, bidirectional text spoofing), and spaces without width. The two joiners stay: Persian and many emoji are not written without them.</summary>
internal static class UnseenCharacters
{
    /// <returns>The first of them; null = none.</returns>
    /// <param name="mayHaveLines">Tabs and ends of lines belong in it.</param>
    public static char? First(string text, bool mayHaveLines)
    {
        foreach (var character in text)
            if (IsUnseen(character, mayHaveLines)) return character;
        return null;
    }

    private static bool IsUnseen(char character, bool mayHaveLines) => character switch
    {
        '\t' or '\n' or '\r' => !mayHaveLines,
        < ' ' or (>= '\u007f' and <= '\u009f') => true,
        '\u2028' or '\u2029' => !mayHaveLines,
        '\u061c' or '\u200b' or '\u200e' or '\u200f' or '\u2060' or '\ufeff' => true,
        (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => true,
        _ => false,
    };
}

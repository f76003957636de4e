using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Handhaving.ServiceDefaults.Access.Fields;

/// <summary>Whether a text shows anything at all.</summary>
public static class BlankText
{
    /// <summary>Nothing, spaces, or characters that draw nothing by themselves: joiners, soft hyphens, tags and fillers (Unicode's format characters, and its blanks that count as letters or signs).</summary>
    public static bool IsBlank([NotNullWhen(false)] this string? text) => text is null || text.EnumerateRunes().All(DrawsNothing);

    private static bool DrawsNothing(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control
        || rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 or 0x034F or (>= 0xFE00 and <= 0xFE0F);
}

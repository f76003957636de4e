namespace Handhaving.ServiceDefaults.Paging;

/// <summary>Cuts a page before its answer gets larger than a message may be: its token goes on anywhere.</summary>
public static class PageBytes
{
    private const long Most = 3 << 20; // of 4 MiB: a row is counted as it is stored, which is no less than what it takes on the wire but for a few names

    /// <returns>The first rows that fit in an answer together, and always one: a page without any would go nowhere.</returns>
    public static List<T> ThatFit<T>(this IEnumerable<T> rows, Func<T, int> bytesOf)
    {
        List<T> fit = [];
        long total = 0;
        foreach (var row in rows)
        {
            total += bytesOf(row);
            if (total > Most && fit.Count > 0) break;
            fit.Add(row);
        }
        return fit;
    }
}

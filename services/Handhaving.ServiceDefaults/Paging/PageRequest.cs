using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Paging;

/// <summary>One page of rows and the token of the next; empty at the end (AIP-158).</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, string NextToken);

/// <summary>Where a list goes on. The token is opaque, belongs to one query, and gives no right: authorisation runs on every page.</summary>
public sealed record PageRequest(int Size, string After, string Query)
{
    private const int DefaultSize = 50;
    private const int LargestSize = 1000;

    public Guid? AfterId => After.Length == 0 ? null : Guid.TryParse(After, out var id) ? id : throw Reasons.InvalidPageToken.Broken();

    public long AfterNumber => After.Length == 0 ? 0 : long.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Reasons.InvalidPageToken.Broken();

    /// <exception cref="RuleBroken">INVALID_REQUEST for a negative size, INVALID_PAGE_TOKEN for a token of another query.</exception>
    public static PageRequest Of(IMessage request, int size, string token)
    {
        if (size < 0) throw new RuleBroken(Reasons.InvalidRequest) { Violations = [new("page_size", "TOO_LOW", "must not be negative")] };
        var query = DigestOf(request);
        return new(size == 0 ? DefaultSize : Math.Min(size, LargestSize), Open(token, query), query);
    }

    public string TokenAfter(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Query}|{key}"));

    private static string Open(string token, string query)
    {
        if (token.Length == 0) return "";
        Reasons.InvalidPageToken.Require(Base64Url.IsValid(token));
        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token));
        Reasons.InvalidPageToken.Require(text.StartsWith(query + "|", StringComparison.Ordinal));
        Reasons.InvalidPageToken.Require(!text.Contains('\0', StringComparison.Ordinal)); // no key of ours holds it, and PostgreSQL refuses it
        return text[(query.Length + 1)..];
    }

    // All arguments but page_size and page_token must stay the same over the pages of one list.
    private static string DigestOf(IMessage request)
    {
        var arguments = request.Descriptor.Fields.InDeclarationOrder()
            .Where(field => field.Name is not "page_size" and not "page_token")
            .Select(field => $"{field.Name}={field.Accessor.GetValue(request)}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.Descriptor.FullName + string.Join('&', arguments))))[..16];
    }
}

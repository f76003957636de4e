using System.Globalization;
using System.Text.Json;

namespace Handhaving.Capacity.Tests.Queueing;

/// <summary>Published values, by list and id.</summary>
internal static class Published
{
    private static readonly JsonElement Root = Load();

    internal static JsonElement Of(string list, string id) => Root.GetProperty(list).EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == id);

    internal static double Number(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) element = element.GetProperty(name);
        return element.ValueKind is JsonValueKind.Number ? element.GetDouble() : Fraction(element.GetString());
    }

    internal static double[] Numbers(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) element = element.GetProperty(name);
        return [.. element.EnumerateArray().Select(item => item.Number())];
    }

    internal static void Equal(double expected, double actual, double tolerance) => Assert.True(Math.Abs(expected - actual) <= tolerance, $"{expected} expected, {actual} found, {tolerance} allowed");

    internal static void Equal(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var place = 0; place < expected.Count; place++) Equal(expected[place], actual[place], tolerance);
    }

    private static double Fraction(string? text)
    {
        var parts = (text ?? "").Split('/');
        return double.Parse(parts[0], CultureInfo.InvariantCulture) / double.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static JsonElement Load()
    {
        using var stream = typeof(Published).Assembly.GetManifestResourceStream("queueing.json") ?? throw new FileNotFoundException("queueing.json");
        return JsonDocument.Parse(stream).RootElement;
    }
}

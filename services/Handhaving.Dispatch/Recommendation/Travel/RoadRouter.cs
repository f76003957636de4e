using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Recommendation.Travel;

/// <summary>Asks a routing engine for travel times from many points to one: the table service of OSRM.</summary>
public sealed class RoadRouter(HttpClient client)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <returns>In the order asked; null where there is no way.</returns>
    /// <exception cref="HttpRequestException">It does not answer, or not with a table of what was asked.</exception>
    public async Task<IReadOnlyList<TravelTime?>> TableAsync(string profile, IReadOnlyList<Point> from, Point to, CancellationToken cancellation)
    {
        var points = string.Join(';', from.Append(to).Select(Write));
        var sources = string.Join(';', Enumerable.Range(0, from.Count));
        using var response = await client.GetAsync($"table/v1/{profile}/{points}?sources={sources}&destinations={from.Count}&annotations=duration,distance", cancellation);
        response.EnsureSuccessStatusCode();
        var table = await ReadAsync(response, cancellation);
        if (table is not { Code: "Ok", Durations: { } durations } || durations.Length != from.Count) throw new HttpRequestException($"The routing engine answered {table?.Code ?? "nothing"}.");
        return [.. durations.Select((row, index) => TimeOf(row, index < table.Distances?.Length ? table.Distances[index] : null))];
    }

    private static async Task<Table?> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<Table>(Json, cancellation);
        }
        catch (JsonException broken)
        {
            throw new HttpRequestException("The routing engine's answer is no table.", broken);
        }
    }

    private static TravelTime? TimeOf(double?[]? row, double?[]? meters) => row is [{ } seconds, ..]
        ? new((int)Math.Ceiling(seconds), meters is [{ } length, ..] ? (int)Math.Round(length) : 0, TravelSource.Routed)
        : null;

    // Longitude first, as GeoJSON has it.
    private static string Write(Point point) => string.Create(CultureInfo.InvariantCulture, $"{point.Longitude:0.######},{point.Latitude:0.######}");

    private sealed record Table(string? Code, double?[]?[]? Durations, double?[]?[]? Distances);
}

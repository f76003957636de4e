using System.Globalization;
using Handhaving.Capacity.Reservations;

namespace Handhaving.Capacity.Rosters.Deployments;

/// <summary>Resource name of a line of a reservation that people are put to: <c>municipalities/{code}/reservations/{uuid}/lines/{number}</c>.</summary>
/// <param name="Line">From 1, in the order in which they were asked.</param>
public readonly record struct DeploymentName(ReservationName Reservation, int Line)
{
    private const string Part = "/lines/";

    public string Value => string.Create(CultureInfo.InvariantCulture, $"{Reservation.Value}{Part}{Line}");

    /// <returns>Null when the text is no such name.</returns>
    public static DeploymentName? Parse(string text)
    {
        var at = text.LastIndexOf(Part, StringComparison.Ordinal);
        return at >= 0 && ReservationName.Parse(text[..at]) is { } reservation && int.TryParse(text[(at + Part.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0
            ? new DeploymentName(reservation, line)
            : null;
    }

    public override string ToString() => Value;
}

namespace Handhaving.Capacity.Themes.Balance;

/// <summary>Hours of units on incidents of one area and family.</summary>
/// <param name="Municipality">Code.</param>
/// <param name="Arrivals">Incidents that came in.</param>
public sealed record WorkedHours(string Municipality, string Area, string Family, double BoaHours, double PoliceHours, int Arrivals)
{
    public double Hours => BoaHours + PoliceHours;
}

using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Priorities;
using Handhaving.Events.Capacity;

namespace Handhaving.Dispatch.Tests.Priorities;

/// <summary>Which of several waiting incidents comes first.</summary>
public sealed class QueuePlaceTests
{
    private static readonly HeldTheme Heavy = new("a", "a", 40, ["noise"], []), Light = new("b", "b", 5, ["waste"], []);

    [Fact]
    public void C03_the_weightier_theme_comes_first_and_what_fits_none_last()
    {
        var (heavy, light, none) = (Place(3, 1, Heavy), Place(3, 10, Light), Place(3, 20, null));

        Assert.Equal([heavy, light, none], new[] { none, light, heavy }.Order());
    }

    [Fact]
    public void C08_no_theme_lets_another_incident_of_the_same_priority_wait_longer_than_an_hour()
    {
        var (heavy, old, older) = (Place(3, 1, Heavy), Place(3, 61, Light), Place(3, 75, null));

        Assert.Equal([older, old, heavy], new[] { heavy, old, older }.Order());
        Assert.True(Place(2, 1, null).CompareTo(older) < 0, "An urgent incident goes before all of them.");
    }

    [Fact]
    public void C05_what_lies_in_a_zone_goes_before_every_theme_of_the_same_priority_and_not_before_who_waited_an_hour()
    {
        var (inside, heavy, old) = (Place(3, 1, null, inZone: true), Place(3, 5, Heavy), Place(3, 61, null));

        Assert.Equal([old, inside, heavy], new[] { heavy, inside, old }.Order());
    }

    private static QueuePlace Place(int priority, int minutes, HeldTheme? theme, bool inZone = false)
    {
        Incident incident = Given.Incident() with { Priority = priority, PendingSince = Given.Now.AddMinutes(-minutes) };
        return QueuePlace.Of(incident, theme, inZone, Given.Now);
    }
}

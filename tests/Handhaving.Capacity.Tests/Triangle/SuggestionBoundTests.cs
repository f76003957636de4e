using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Reservations.Lines;
using Handhaving.Capacity.Triangle.Options;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Tests.Triangle;

/// <summary>What is tried for an option has an end, however many compete.</summary>
public sealed class SuggestionBoundTests
{
    private static readonly TenantId Team = new("westelijke-mijnstreek");
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
    private static readonly Interval Noon = new(Now.AddHours(3), Now.AddHours(4));

    [Theory]
    [InlineData(Suggestions.MostDisplaced, Suggestions.MostDisplaced)]
    [InlineData(Suggestions.MostDisplaced + 1, 0)]
    public void Place_is_made_by_at_most_so_many_reservations(int competing, int displaced)
    {
        var choice = Suggestions.Choose(Situation(competing), OptionKind.Displace, Now);

        Assert.Equal(displaced, choice.Displaced.Count);
    }

    // One person each, who fill the blocks that all of them are asked of.
    private static Situation Situation(int competing)
    {
        var asked = Reservation(0, ReservationState.InConflict, new([Team], "noodhulp", competing, Noon) { Awaits = Team }) with { HoldUntil = Now.AddDays(7) };
        var all = Enumerable.Range(1, competing).Select(number => Reservation(number, ReservationState.Confirmed, new([Team], "noodhulp", 1, Noon) { GrantedBy = Team })).Append(asked).ToList();
        HashSet<BlockKey> keys = [.. asked.Lines[0].KeysAt(Team)];
        return new()
        {
            Owner = Team, Asked = asked.Name, Keys = keys, Cases = all.ToDictionary(reservation => reservation.Case, reservation => new DeploymentCase([reservation])),
            Counts = keys.ToDictionary(key => key, _ => new BlockCount(competing, 0, 0, competing)),
        };
    }

    private static CapacityReservation Reservation(int number, ReservationState state, DeploymentLine line) => new()
    {
        Name = new("0888", new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])), CaseId = $"zaak-{number}", CaseVersion = 1, State = state, Lines = [line], RequestedBy = "x", CreatedAt = Now, UpdatedAt = Now, UpdatedBy = "x", Version = 1,
    };
}

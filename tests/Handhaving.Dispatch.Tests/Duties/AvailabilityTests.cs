using Handhaving.Dispatch.Duties;
using Xunit;

namespace Handhaving.Dispatch.Tests.Duties;

/// <summary>Availability for every activity and use of the slot.</summary>
public sealed class AvailabilityTests
{
    // Columns: no slot, an offer, a job, a job that may be interrupted.
    private static readonly (UnitActivity? Activity, UnitAvailability[] Of)[] Table =
    [
        (null, [UnitAvailability.OffDuty, UnitAvailability.OffDuty, UnitAvailability.OffDuty, UnitAvailability.OffDuty]),
        (UnitActivity.Available, [UnitAvailability.Available, UnitAvailability.Reserved, UnitAvailability.Committed, UnitAvailability.ConditionallyCommitted]),
        (UnitActivity.Patrolling, [UnitAvailability.Patrolling, UnitAvailability.Reserved, UnitAvailability.Committed, UnitAvailability.ConditionallyCommitted]),
        (UnitActivity.Break, [UnitAvailability.Break, UnitAvailability.Reserved, UnitAvailability.Committed, UnitAvailability.ConditionallyCommitted]),
        (UnitActivity.OutOfService, [UnitAvailability.OutOfService, UnitAvailability.OutOfService, UnitAvailability.OutOfService, UnitAvailability.OutOfService]),
    ];

    public static TheoryData<UnitActivity?, SlotUse, UnitAvailability> Cells
    {
        get
        {
            TheoryData<UnitActivity?, SlotUse, UnitAvailability> cells = [];
            foreach (var (activity, row) in Table)
                foreach (var (availability, column) in row.Select((availability, column) => (availability, column))) cells.Add(activity, (SlotUse)(column + 1), availability);
            return cells;
        }
    }

    [Fact]
    public void The_table_has_every_combination() =>
        Assert.Equal((Enum.GetValues<UnitActivity>().Length + 1) * Enum.GetValues<SlotUse>().Length, Cells.Count);

    [Theory, MemberData(nameof(Cells))]
    public void Availability_follows_from_duty_activity_and_slot(UnitActivity? activity, SlotUse slot, UnitAvailability availability) =>
        Assert.Equal(availability, Availability.Of(activity, slot));

    [Theory]
    [InlineData(UnitAvailability.Available, UnitAvailability.DutyOver)]
    [InlineData(UnitAvailability.Patrolling, UnitAvailability.DutyOver)]
    [InlineData(UnitAvailability.Reserved, UnitAvailability.Reserved)]
    [InlineData(UnitAvailability.Committed, UnitAvailability.Committed)]
    [InlineData(UnitAvailability.ConditionallyCommitted, UnitAvailability.ConditionallyCommitted)]
    [InlineData(UnitAvailability.Break, UnitAvailability.Break)]
    [InlineData(UnitAvailability.OutOfService, UnitAvailability.OutOfService)]
    [InlineData(UnitAvailability.OffDuty, UnitAvailability.OffDuty)]
    public void Nobody_is_called_free_whose_duty_is_over(UnitAvailability availability, UnitAvailability shown) =>
        Assert.Equal((availability, shown), (Availability.Shown(availability, isDutyOver: false), Availability.Shown(availability, isDutyOver: true)));

    [Theory]
    [InlineData(3, "parking.nuisance", false, SlotUse.Committed)]
    [InlineData(4, "parking.nuisance", false, SlotUse.Interruptible)]
    [InlineData(5, "parking.nuisance", false, SlotUse.Interruptible)]
    [InlineData(1, "assistance.event", false, SlotUse.Interruptible)]
    [InlineData(5, "assistance.event", true, SlotUse.Offered)]
    public void A_job_may_be_interrupted_by_its_priority_or_its_kind(int priority, string type, bool isOffer, SlotUse use) =>
        Assert.Equal(use, new Interruptible(4, new HashSet<string> { "assistance.event" }).UseOf(isOffer, priority, type));
}

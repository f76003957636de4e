using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Tests.Competence;

public sealed class AvailabilityTests
{
    private static readonly Interval Night = new(At(1, 22), At(2, 7));

    [Theory]
    [InlineData(1, 0, 1, 22, true)]
    [InlineData(1, 21, 1, 23, false)]
    [InlineData(2, 0, 3, 0, false)]
    [InlineData(2, 6, 2, 8, false)]
    [InlineData(2, 7, 3, 0, true)]
    public void A_shift_needs_somebody_free_on_every_part_of_it(int fromDay, int fromHour, int untilDay, int untilHour, bool free) =>
        Assert.Equal(free, With(new Absence(AbsenceKind.Leave, new(At(fromDay, fromHour), At(untilDay, untilHour)), AbsenceCertainty.Expected)).Free(Night));

    [Fact]
    public void A_night_into_a_fixed_free_day_is_not_free()
    {
        Availability Off(DayOfWeek day) => new([], new HashSet<DayOfWeek> { day });

        Assert.Equal(new DateOnly(2026, 12, 2), Off(DayOfWeek.Wednesday).FirstFreeDay(Night));
        Assert.False(Off(DayOfWeek.Tuesday).Free(Night));
        Assert.True(Off(DayOfWeek.Thursday).Free(Night));
        Assert.True(Off(DayOfWeek.Wednesday).Free(new(At(1, 15), At(2, 0))));
    }

    [Fact]
    public void The_first_absence_in_the_way_is_told()
    {
        var later = new Absence(AbsenceKind.Training, new(At(2, 5), At(2, 6)), AbsenceCertainty.Confirmed);
        var earlier = new Absence(AbsenceKind.Sick, new(At(1, 0), At(1, 23)), AbsenceCertainty.Confirmed);

        Assert.Equal(earlier, With(later, earlier).FirstAbsence(Night));
    }

    [Fact]
    public void Nothing_of_an_absence_can_hold_a_medical_reason() =>
        Assert.Equal(["Certainty", "Kind", "Time"], typeof(Absence).GetProperties().Select(property => property.Name).Order());

    private static Availability With(params Absence[] absences) => new(absences, new HashSet<DayOfWeek>());

    private static DateTimeOffset At(int day, int hour) => DutchClock.At(new(2026, 12, day), new(hour, 0));
}

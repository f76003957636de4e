using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Publishing;

/// <summary>How much of the hours of a team's own people a roster plans, and how much of its district officers' hours outside their districts.</summary>
/// <param name="Planned">Hours of work, breaks left out.</param>
/// <param name="Available">Contract hours of the days, without those of absences.</param>
/// <param name="OfDistrictOfficers">Hours of district officers (wijkagenten), in whichever function.</param>
/// <param name="OutsideDistrict">Those of them in another function.</param>
public sealed record RosterLoad(double Planned, double Available, double OfDistrictOfficers, double OutsideDistrict)
{
    private const string DistrictFunction = "wijkagent";
    private static readonly AbsenceKind[] Away = [AbsenceKind.Leave, AbsenceKind.Sick, AbsenceKind.LongTermSick, AbsenceKind.Training, AbsenceKind.LentOut];

    public double PlannedPercent => Percent(Planned, Available);

    public double OutsidePercent => Percent(OutsideDistrict, OfDistrictOfficers);

    public static RosterLoad Of(DutyRoster roster, KnownDuties known)
    {
        var own = known.Officers.Values.Where(officer => officer.Name.Owner == roster.Name.Owner && officer.Details.StaffTeam == roster.StaffTeam).ToDictionary(officer => officer.Name);
        var shifts = roster.Shifts.Where(shift => own.ContainsKey(shift.Officer)).ToList();
        var district = roster.Shifts.Where(shift => known.Officers.TryGetValue(shift.Officer, out var officer) && officer.Details.District is not null).ToList();
        return new(shifts.Sum(Hours), own.Values.Sum(officer => HoursOf(officer, roster)), district.Sum(Hours), district.Where(shift => shift.Function != DistrictFunction).Sum(Hours));
    }

    private static double Hours(PlannedShift shift) => (shift.Time.End - shift.Time.Start).TotalHours - shift.BreakMinutes / 60.0;

    private static double HoursOf(Officer officer, DutyRoster roster) =>
        Enumerable.Range(0, roster.LastDay.DayNumber - roster.FirstDay.DayNumber + 1).Select(roster.FirstDay.AddDays)
            .Sum(day => (officer.Details.Contracts.FirstOrDefault(contract => contract.HoldsOn(day))?.WeeklyHours ?? 0) / 7 * PresentPart(officer, day));

    private static double PresentPart(Officer officer, DateOnly day)
    {
        var whole = new Interval(DutchClock.Midnight(day), DutchClock.Midnight(day.AddDays(1)));
        var away = officer.Absences.Select(one => one.Absence).Where(absence => Away.Contains(absence.Kind)).Sum(absence => Overlap(whole, absence.Time));
        return Math.Max(0, 1 - away / (whole.End - whole.Start).TotalHours);
    }

    private static double Overlap(Interval one, Interval other)
    {
        var (start, end) = (one.Start > other.Start ? one.Start : other.Start, one.End < other.End ? one.End : other.End);
        return end > start ? (end - start).TotalHours : 0;
    }

    private static double Percent(double part, double whole) => part <= 0 ? 0 : whole <= 0 ? double.PositiveInfinity : 100 * part / whole;
}

using Handhaving.Capacity.People;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rosters.Judging;

namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>What is liked of a roster beside its cover, as costs of one person's shift on one day: wishes, fairness over the year, own team first, wijkagenten in their district, few changes of what was published.</summary>
/// <param name="Former">Shifts of the roster that is replaced; null = none is.</param>
public sealed record SoftTerms(DutyRoster Draft, KnownDuties Known, SolveAsked Asked, IReadOnlyList<PlannedShift>? Former)
{
    private const string DistrictFunction = "wijkagent";
    private const int MostApart = 10; // of a year: beyond it nothing is dearer, lest a shift stays open for it

    /// <param name="officers">Whom the search knows.</param>
    /// <param name="shiftOf">The shift of somebody on a day.</param>
    /// <param name="placeOf">Day as the problem counts it.</param>
    public IReadOnlyList<ShiftWish> Of(IReadOnlyList<Officer> officers, Func<Officer, ShiftTemplate, DateOnly, PlannedShift> shiftOf, Func<DateOnly, int> placeOf)
    {
        var weights = Asked.Weights ?? Known.Terms.Weights;
        var years = officers.ToDictionary(officer => officer.Name, officer => PastYear.Of(Known.Elsewhere[officer.Name], Draft.Time.Start));
        var fewest = years.Count == 0 ? default : new PastYear(years.Values.Min(year => year.Nights), years.Values.Min(year => year.Weekends), years.Values.Min(year => year.Sundays));
        var days = Enumerable.Range(0, Draft.LastDay.DayNumber - Draft.FirstDay.DayNumber + 1).Select(Draft.FirstDay.AddDays).ToList();
        var cells = from officer in officers from day in days from kind in Asked.Kinds select (Officer: officer, Day: day, Kind: kind, Shift: shiftOf(officer, kind, day));
        var former = Former?.ToLookup(shift => (shift.Officer, shift.Day));
        return
        [
            .. Wishes(years.Keys.ToHashSet()).SelectMany(wish => Asked.Kinds.Where(kind => wish.Code.Length == 0 || kind.Code == wish.Code).Select(kind => new ShiftWish(new(wish.Officer.Value), placeOf(wish.Day), new(kind.Code), wish.Weight, wish.Wish))),
            .. cells.SelectMany(cell => new[]
            {
                Against(cell, SoftTerm.Fairness, weights.Fairness * Apart(years[cell.Officer.Name], fewest, cell.Day, cell.Shift)),
                Against(cell, SoftTerm.Team, cell.Officer.Name.Owner == Draft.Name.Owner && cell.Officer.Details.StaffTeam == Draft.StaffTeam ? 0 : weights.Team),
                Against(cell, SoftTerm.District, cell.Officer.Details.District is not null && cell.Kind.Function != DistrictFunction ? weights.District : 0),
                Stays(cell, former, weights.Change),
            }).OfType<ShiftWish>(),
        ];

        ShiftWish? Against((Officer Officer, DateOnly Day, ShiftTemplate Kind, PlannedShift Shift) cell, SoftTerm term, int weight) =>
            weight == 0 ? null : new(new(cell.Officer.Name.Value), placeOf(cell.Day), new(cell.Kind.Code), weight, WishKind.NotWork) { Term = term };

        // A day that was worked costs when that shift goes, a free day when any shift comes.
        ShiftWish? Stays((Officer Officer, DateOnly Day, ShiftTemplate Kind, PlannedShift Shift) cell, ILookup<(OfficerName, DateOnly), PlannedShift>? published, int weight)
        {
            if (published is null || weight == 0) return null;
            var before = published[(cell.Officer.Name, cell.Day)].ToList();
            if (before.Count == 0) return Against(cell, SoftTerm.Change, weight);
            return before.Exists(cell.Shift.SaysTheSameAs) ? new(new(cell.Officer.Name.Value), placeOf(cell.Day), new(cell.Kind.Code), weight, WishKind.Work) { Term = SoftTerm.Change } : null;
        }
    }

    // A kept wish may be about somebody who does not take part in this search.
    private IEnumerable<WishAsked> Wishes(HashSet<OfficerName> known)
    {
        var said = Asked.Wishes.Select(wish => (wish.Officer, wish.Day)).ToHashSet();
        return [.. Asked.Wishes, .. Asked.KeptWishes.Where(wish => known.Contains(wish.Officer) && !said.Contains((wish.Officer, wish.Day)))];
    }

    private static int Apart(PastYear year, PastYear fewest, DateOnly day, PlannedShift shift) =>
        (PastYear.IsNight(shift.Time) ? Math.Min(MostApart, year.Nights - fewest.Nights) : 0)
        + (PastYear.IsWeekend(day) ? Math.Min(MostApart, year.Weekends - fewest.Weekends) : 0)
        + (day.DayOfWeek is DayOfWeek.Sunday ? Math.Min(MostApart, year.Sundays - fewest.Sundays) : 0);
}

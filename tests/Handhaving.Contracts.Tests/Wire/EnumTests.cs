using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.Dispatch.StatusCodes;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Xunit;

namespace Handhaving.Contracts.Tests.Wire;

/// <summary>The doors cast between wire and domain by number, so both sides count alike.</summary>
public sealed class EnumTests
{
    [Theory]
    [InlineData(typeof(IncidentSource), typeof(Dispatch.V1.IncidentSource))]
    [InlineData(typeof(IncidentState), typeof(Dispatch.V1.IncidentState))]
    [InlineData(typeof(AssignmentState), typeof(Dispatch.V1.AssignmentState))]
    [InlineData(typeof(LoanState), typeof(Dispatch.V1.LoanState))]
    [InlineData(typeof(HoldKind), typeof(Dispatch.V1.HoldKind))]
    [InlineData(typeof(IncidentSignal), typeof(Dispatch.V1.IncidentSignal))]
    [InlineData(typeof(UnitKind), typeof(Dispatch.V1.UnitKind))]
    [InlineData(typeof(UnitAvailability), typeof(Dispatch.V1.UnitAvailability))]
    [InlineData(typeof(UnitActivity), typeof(Dispatch.V1.UnitActivity))]
    [InlineData(typeof(DeskCallKind), typeof(Dispatch.V1.DeskCallKind))]
    [InlineData(typeof(StatusMeaning), typeof(Dispatch.V1.StatusMeaning))]
    [InlineData(typeof(ReportedBy), typeof(Dispatch.V1.ReportedBy))]
    [InlineData(typeof(FixSource), typeof(Dispatch.V1.FixSource))]
    [InlineData(typeof(AssignmentRole), typeof(Dispatch.V1.AssignmentRole))]
    [InlineData(typeof(Leadership), typeof(Dispatch.V1.Leadership))]
    [InlineData(typeof(CrewRule), typeof(Dispatch.V1.CrewRule))]
    [InlineData(typeof(AreaKind), typeof(Dispatch.V1.AreaKind))]
    [InlineData(typeof(CompetenceDomain), typeof(Dispatch.V1.CompetenceDomain))]
    [InlineData(typeof(TravelSource), typeof(Dispatch.V1.TravelSource))]
    [InlineData(typeof(WayOutKind), typeof(Dispatch.V1.WayOutKind))]
    [InlineData(typeof(Capacity.People.Teams.StaffTeamKind), typeof(Capacity.V1.StaffTeamKind))]
    [InlineData(typeof(Capacity.Competence.CompetenceDomain), typeof(Capacity.V1.CompetenceDomain))]
    [InlineData(typeof(Capacity.Competence.AbsenceKind), typeof(Capacity.V1.AbsenceKind))]
    [InlineData(typeof(Capacity.Competence.AbsenceCertainty), typeof(Capacity.V1.AbsenceCertainty))]
    [InlineData(typeof(Capacity.People.Tables.RowOutcome), typeof(Capacity.V1.ImportOutcome))]
    [InlineData(typeof(Capacity.Themes.ProfileState), typeof(Capacity.V1.ProfileState))]
    [InlineData(typeof(Capacity.Rosters.RosterState), typeof(Capacity.V1.RosterState))]
    [InlineData(typeof(Capacity.Rosters.Judging.FindingSeverity), typeof(Capacity.V1.FindingSeverity))]
    public void Domain_and_wire_count_alike(Type domain, Type wire) =>
        Assert.Equal(Members(wire).Where(member => member.Number != 0), Members(domain));

    private static IEnumerable<(int Number, string Name)> Members(Type type) =>
        Enum.GetNames(type).Select(name => (Convert.ToInt32(Enum.Parse(type, name), System.Globalization.CultureInfo.InvariantCulture), name)).Order();
}

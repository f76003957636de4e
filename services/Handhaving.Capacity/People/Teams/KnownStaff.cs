using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Ledger;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Teams;

/// <summary>What somebody's file may name: functions, teams of the owner, municipalities.</summary>
public sealed record KnownStaff(TenantId Owner, StaffFunctions Functions, IReadOnlyList<StaffTeam> Teams, IReadOnlySet<string> Municipalities)
{
    private const string WholeCountry = "NL";

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">STAFF_TEAM_UNKNOWN, FUNCTION_UNKNOWN, FUNCTION_NOT_OF_OWNER, CONTRACT_TERM_EMPTY, CONTRACTS_OVERLAP, MUNICIPALITY_UNKNOWN, TERRITORY_NATIONAL, and those of <see cref="AppointmentTerms.Require"/>.</exception>
    public void Require(OfficerDetails details)
    {
        PeopleRules.KnownTeam.Require(Teams.Any(team => team.Id == details.StaffTeam), ("team", details.StaffTeam), ("owner", Owner.Name));
        foreach (var function in details.Contracts.SelectMany(contract => contract.Functions)) Functions.Require(function, Owner);
        RequireApart(details.Contracts);
        foreach (var appointment in details.Appointments) Require(appointment);
        Require(details.District);
    }

    public void Require(TenantId? municipality) =>
        PeopleRules.KnownMunicipality.Require(municipality is null || Municipalities.Contains(municipality.Value.Value), ("municipality", municipality?.Value ?? ""));

    private void Require(Appointment appointment)
    {
        AppointmentTerms.Current.Require(appointment);
        PeopleRules.LocalTerritory.Require(!Owner.IsMunicipality || !appointment.Territory.Contains(WholeCountry));
        foreach (var code in appointment.Territory) PeopleRules.KnownMunicipality.Require(code == WholeCountry || Municipalities.Contains(code), ("municipality", code));
    }

    private static void RequireApart(IReadOnlyList<EmploymentContract> contracts)
    {
        foreach (var contract in contracts) PeopleRules.TermInOrder.Require(contract.ValidUntil is null || contract.ValidUntil >= contract.ValidFrom, ("from", $"{contract.ValidFrom:dd-MM-yyyy}"));
        var inOrder = contracts.OrderBy(contract => contract.ValidFrom).ToList();
        foreach (var (earlier, later) in inOrder.Zip(inOrder.Skip(1)))
            PeopleRules.NoOverlap.Require(earlier.ValidUntil < later.ValidFrom, ("day", $"{later.ValidFrom:dd-MM-yyyy}"));
    }
}

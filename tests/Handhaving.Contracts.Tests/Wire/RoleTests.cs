using System.Text.Json;
using Google.Protobuf.Reflection;
using Handhaving.Access.V1;
using Xunit;

namespace Handhaving.Contracts.Tests.Wire;

/// <summary>What each role that ships may call; crews in the field read by their task alone (security-privacy 8).</summary>
public sealed class RoleTests
{
    // Nobody's: borders, and codes to report with.
    private static readonly string[] Catalogues = ["area", "incident_type", "statusCode"];

    private static readonly Dictionary<string, string[]> Roles = new[] { "Handhaving.Dispatch", "Handhaving.Capacity" }.SelectMany(RolesOf)
        .GroupBy(role => role.Key, role => role.Value).ToDictionary(role => role.Key, role => role.SelectMany(permissions => permissions).ToArray());

    // Whose it is, its use case tells (CALENDAR_NOT_YOURS, WISHES_NOT_YOURS).
    private static readonly string[] OwnAlone = ["handhaving.capacity.v1.RosterService/ExportCalendar", "handhaving.capacity.v1.RosterService/ListShiftWishes"];

    public static TheoryData<string> Crews => ["boa", "police"];

    [Fact]
    public void A_role_that_may_call_more_shows_as_a_diff() =>
        Snapshot.Verify("roles.txt", string.Concat(Roles.OrderBy(role => role.Key, StringComparer.Ordinal).SelectMany(role => Lines(role.Key, role.Value))));

    [Theory, MemberData(nameof(Crews))]
    public void A_crew_reads_nothing_whole_but_catalogues_and_what_is_ones_own(string role) =>
        Assert.Empty(Contract.Methods.Where(method => Consults(method) && Roles[role].Contains(AccessOf(method).Permission)).Select(Contract.NameOf).Except(OwnAlone));

    [Theory, MemberData(nameof(Crews))]
    public void A_crew_lists_by_its_task_only_what_hangs_on_one_incident_and_units_in_outline(string role) => Assert.Equal(
        ["handhaving.dispatch.v1.IncidentService/ListTimelineEntries", "handhaving.dispatch.v1.UnitService/ListUnits"],
        Contract.Methods.Where(method => Consults(method) && AccessOf(method).MaxRows > 0 && Roles[role].Contains(AccessOf(method).TaskPermission)).Select(Contract.NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public void What_a_task_lets_do_hangs_on_the_object_named_but_for_catalogues_and_units_in_outline() => Assert.Equal(
        ["IncidentService/ListIncidentTypes", "UnitService/GetUnit", "UnitService/ListStatusCodes", "UnitService/ListUnits"],
        Contract.Methods.Where(method => AccessOf(method) is { TaskPermission.Length: > 0, Tenant: not TenantRule.OwnGrantOrTask }).Select(method => $"{method.Service.Name}/{method.Name}").Order(StringComparer.Ordinal));

    private static Dictionary<string, string[]> RolesOf(string service) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Tree.Root, "services", service, "appsettings.json")))
        .RootElement.GetProperty("Access").GetProperty("Roles").Deserialize<Dictionary<string, string[]>>() ?? [];

    private static bool Consults(MethodDescriptor method) => AccessOf(method) is { Audit: AuditVerb.Consult } access && !Catalogues.Contains(access.ObjectType);

    private static IEnumerable<string> Lines(string role, string[] permissions) => Contract.Methods.OrderBy(Contract.NameOf, StringComparer.Ordinal).Select(method => AccessOf(method) switch
    {
        var access when permissions.Contains(access.Permission) => $"{role}: {Contract.NameOf(method)}\n",
        var access when permissions.Contains(access.TaskPermission) => $"{role}: {Contract.NameOf(method)} for a task\n",
        _ => "",
    });

    private static MethodAccess AccessOf(MethodDescriptor method) => method.GetOptions().GetExtension(AccessExtensions.Access);
}

using System.Globalization;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>Holds the whole against the model: what is answered, what lies in the database, what is told to others and to screens, what the audit kept.</summary>
internal sealed class ModelTruth(ModelRegion region, ModelWorld world, ModelNames names)
{
    // Rows of an incident that lie with another municipality than its own.
    private const string Misplaced = """
        select ((select count(*) from timeline where incident = $1 and tenant <> $3) + (select count(*) from outbox where aggregate = $2 and tenant <> $3)
          + (select count(*) from feed where subject = $2 and tenant <> $3) + (select count(*) from assignment where incident = $1 and tenant <> $3))::text
        """;

    // Lines of steps of units say that a desk reported them, as every step here was; no other line says so.
    private const string WrongMarks = """
        select count(*) from timeline where incident = $1
          and (reported_by is not distinct from 2) <> (kind in ('AssignmentAccepted', 'AssignmentDeclined', 'AssignmentEnRoute', 'AssignmentOnScene', 'AssignmentCleared', 'AssignmentFailed'))
        """;

    /// <summary>An incident in one line, as the model has it.</summary>
    public static string Describe(ModelWorld world, int index)
    {
        var incident = world.Incidents[index];
        var jobs = incident.Jobs.Select(job => $"{world.Units[job.Unit].Name} {job.Role} {job.State}");
        return $"{incident.State}{(incident.IsLeft ? " left" : "")} '{incident.Type}' {incident.Priority} version {incident.Lines.Count} episode {incident.Episode} outcomes {incident.Outcomes}: {string.Join(", ", jobs)}";
    }

    /// <summary>The same, as it was told.</summary>
    public static string Describe(V1.Incident incident) =>
        $"{incident.State}{(incident.Signals.Contains(V1.IncidentSignal.LeadLost) ? " left" : "")} '{incident.Type}' {incident.Priority} version {incident.Etag.Trim('"')} episode {incident.Episode} outcomes {incident.Dispositions.Count}: {string.Join(", ", incident.Assignments.Select(job => $"{job.Unit} {job.Role} {job.State}"))}";

    /// <summary>Kinds of the lines in each incident's history.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync() => [.. await Task.WhenAll(names.Incidents.Select(incident => TextAsync(
        "select string_agg(kind, ' ' order by sequence) from timeline where incident = $1", ModelRegion.Id(incident))))];

    public Task CompareAsync() =>
        Task.WhenAll([.. Enumerable.Range(0, world.Incidents.Count).Select(CompareIncidentAsync), .. Enumerable.Range(0, world.Units.Count).Select(CompareUnitAsync)]);

    private async Task CompareIncidentAsync(int index)
    {
        var (name, incident) = (names.Incidents[index], world.Incidents[index]);
        var desk = region.Desk(ModelRules.Team(incident.Municipality), index % 2);
        var (told, lines) = (await ModelPost.ReadAsync(() => desk.Incidents.GetIncidentAsync(new() { Name = name }, desk.Call)), string.Join(' ', incident.Lines));

        Assert.Equal(Describe(world, index), Describe(told.Incident));
        Assert.Equal(lines, await TextAsync("select string_agg(kind, ' ' order by sequence) from timeline where incident = $1", ModelRegion.Id(name)));
        Assert.Equal(incident.Lines.Count, await CountAsync("select max(sequence) from timeline where incident = $1", ModelRegion.Id(name)));
        Assert.Equal(lines, await TextAsync("select string_agg(regexp_replace(type, '.*\\.', ''), ' ' order by aggregate_sequence) from outbox where aggregate = $1", name));
        Assert.Equal(incident.Acts, await CountAsync("select count(*) from audit_line where line like '%' || $1 || '%' and line::jsonb->>'object_type' in ('incident', 'assignment') and line::jsonb->>'action' in ('COLLECT', 'CHANGE')", name));
        Assert.Equal((short)incident.State, await region.Region.OwnerAsync("select state from incident where id = $1", ModelRegion.Id(name)));
        Assert.Equal("0", await TextAsync(Misplaced, ModelRegion.Id(name), name, incident.Municipality));
        Assert.Equal(0, await CountAsync(WrongMarks, ModelRegion.Id(name)));
        Assert.All(incident.Jobs.Zip(told.Incident.Assignments).Where(pair => pair.First.Told is not null), pair => Assert.Equal(pair.First.Told, LastTimeOf(pair.Second).ToDateTimeOffset()));
        await CompareShownAsync(name, Describe(world, index));
        for (var number = 0; number < incident.Jobs.Count; number++) await CompareLoanAsync(index, number);
    }

    private static Google.Protobuf.WellKnownTypes.Timestamp LastTimeOf(V1.Assignment job) => job.EndTime ?? job.OnSceneTime ?? job.EnRouteTime ?? job.AcceptTime ?? job.OfferTime;

    private async Task CompareLoanAsync(int index, int number)
    {
        var job = world.Incidents[index].Jobs[number];
        var expected = !world.IsLoan(index, job) ? "" : job.IsRefused ? "2" : job.IsActive ? "1" : "3";
        Assert.Equal(expected, await TextAsync("select string_agg(state::text, ' ') from loan where id = $1", ModelRegion.Id(names.Jobs[(index, number)])));
    }

    // Screens are told each version once, in order, and last what is so; off the live board there is a removal instead.
    private async Task CompareShownAsync(string name, string expected)
    {
        var bodies = await region.Region.OwnerAsync("select array_agg(body order by xid, id) from feed where subject = $1", name) as byte[][] ?? [];
        var told = bodies.Select(V1.BoardItem.Parser.ParseFrom).Select(item => item.Incident).ToList();
        var versions = told.Select(incident => int.Parse(incident.Etag.Trim('"'), CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(versions.Distinct().Order(), versions);
        Assert.Equal(expected, Describe(told[^1]));
    }

    private async Task CompareUnitAsync(int index)
    {
        var (unit, holder) = (world.Units[index], world.HolderOf(index));
        var desk = region.Desk(unit.Team, index % 2);
        var told = (await ModelPost.ReadAsync(() => desk.Units.GetUnitAsync(new() { Name = unit.Name }, desk.Call))).Unit;
        var job = holder is { } held ? names.Jobs[held] : "";

        Assert.Equal(job, told.Assignment);
        Assert.Equal(unit.Facts, (await TextAsync("select string_agg(regexp_replace(type, '.*\\.', ''), ' ' order by aggregate_sequence) from outbox where aggregate = $1", unit.Name)).Split(' '));
        Assert.Equal(job.Split('/')[^1], await TextAsync("select string_agg(id::text, ' ') from assignment where active_unit = $1", unit.Name));
        Assert.Equal(AvailabilityOf(world, index), told.Availability);
        if (await ShownAsync(unit.Name) is { Unit: { } shown }) Assert.Equal((AvailabilityOf(world, index), job), (shown.Availability, shown.Assignment));
    }

    /// <summary>What a unit is, as its owner is told.</summary>
    public static V1.UnitAvailability AvailabilityOf(ModelWorld world, int index)
    {
        var (unit, holder) = (world.Units[index], world.HolderOf(index));
        if (holder is not { } held) return unit.IsOnDuty ? V1.UnitAvailability.Available : V1.UnitAvailability.OffDuty;
        var incident = world.Incidents[held.Incident];
        if (incident.Jobs[held.Job].State is AssignmentState.Offered) return V1.UnitAvailability.Reserved;
        // From priority 4 on a job may be interrupted; of what another team does its owner is told no more than that it is busy.
        return incident.Priority >= 4 && ModelRules.Team(incident.Municipality) == unit.Team ? V1.UnitAvailability.ConditionallyCommitted : V1.UnitAvailability.Committed;
    }

    private async Task<V1.BoardItem?> ShownAsync(string subject) =>
        await region.Region.OwnerAsync("select body from feed where subject = $1 order by xid desc, id desc limit 1", subject) is byte[] body ? V1.BoardItem.Parser.ParseFrom(body) : null;

    private async Task<string> TextAsync(string sql, params object[] values) => await region.Region.OwnerAsync(sql, values) as string ?? "";

    private async Task<int> CountAsync(string sql, params object[] values) => Convert.ToInt32(await region.Region.OwnerAsync(sql, values), CultureInfo.InvariantCulture);
}

using Grpc.Core;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People.Districts;
using Handhaving.Capacity.People.Expiry;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Capacity.People.Tables;
using Handhaving.Capacity.People.Teams;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.People;

/// <summary>What the door of people reads.</summary>
public sealed record PeopleReads(PeopleQueries People, DistrictQueries Districts, StrengthQueries Strengths, ExportPeople Export, ExpiryQueries Expiry);

/// <summary>Door of <c>PeopleService</c>.</summary>
public sealed class PeopleRpc(ChangeOfficer officers, ChangeAbsences absences, ImportPeople import, ChangePosts posts, PeopleReads reads) : V1.PeopleService.PeopleServiceBase
{
    public override async Task<V1.ListStaffTeamsResponse> ListStaffTeams(V1.ListStaffTeamsRequest request, ServerCallContext context)
    {
        var page = await reads.People.ListTeamsAsync(PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { StaffTeams = { page.Rows.Select(PeopleWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ListDistrictOfficerCoversResponse> ListDistrictOfficerCovers(V1.ListDistrictOfficerCoversRequest request, ServerCallContext context)
    {
        var page = await reads.Districts.ListAsync(PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { DistrictOfficerCovers = { page.Rows.Select(PeopleWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.CreateOfficerResponse> CreateOfficer(V1.CreateOfficerRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await officers.EnterAsync(new(call.Owner, request.OfficerId), PeopleFromWire.DetailsOf(request.Officer), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Officer = PeopleWire.ToWire(answer.Officer) };
    }

    public override async Task<V1.GetOfficerResponse> GetOfficer(V1.GetOfficerRequest request, ServerCallContext context) =>
        new() { Officer = PeopleWire.ToWire(await reads.People.GetAsync(NameOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.ListOfficersResponse> ListOfficers(V1.ListOfficersRequest request, ServerCallContext context)
    {
        var page = await reads.People.ListAsync(request.Function, PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Officers = { page.Rows.Select(PeopleWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.UpdateOfficerResponse> UpdateOfficer(V1.UpdateOfficerRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await officers.UpdateAsync(NameOf(request.Officer.Name), PeopleFromWire.DetailsOf(request.Officer), request.Officer.Etag, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Officer = PeopleWire.ToWire(answer.Officer), Shortages = { answer.Shortages.Select(LedgerWire.ToWire) } };
    }

    public override async Task<V1.ReportAbsenceResponse> ReportAbsence(V1.ReportAbsenceRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await absences.ReportAsync(NameOf(request.Parent), PeopleFromWire.AbsenceOf(request.Absence), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Officer = PeopleWire.ToWire(answer.Officer), Shortages = { answer.Shortages.Select(LedgerWire.ToWire) } };
    }

    public override async Task<V1.ChangeAbsenceResponse> ChangeAbsence(V1.ChangeAbsenceRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var name = AbsenceNameOf(request.Absence.Name);
        var answer = await absences.ChangeAsync(name.Officer, PeopleFromWire.AbsenceOf(request.Absence) with { Id = name.Id }, request.Etag, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Officer = PeopleWire.ToWire(answer.Officer), Shortages = { answer.Shortages.Select(LedgerWire.ToWire) } };
    }

    public override async Task<V1.WithdrawAbsenceResponse> WithdrawAbsence(V1.WithdrawAbsenceRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Officer = PeopleWire.ToWire((await absences.WithdrawAsync(AbsenceNameOf(request.Name), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken)).Officer) };
    }

    public override async Task<V1.ExplainStrengthResponse> ExplainStrength(V1.ExplainStrengthRequest request, ServerCallContext context)
    {
        var segments = await reads.Strengths.ExplainAsync(FunctionOf(request.Parent), LedgerWire.FromWire(request.StartTime, request.EndTime), context.Call(), context.CancellationToken);
        return new() { Strengths = { segments.Select(PeopleWire.ToWire) } };
    }

    public override async Task<V1.ListCandidatesResponse> ListCandidates(V1.ListCandidatesRequest request, ServerCallContext context)
    {
        var page = await reads.Strengths.CandidatesAsync(FunctionOf(request.Parent), LedgerWire.FromWire(request.StartTime, request.EndTime), PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Candidates = { page.Rows.Select(PeopleWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ImportPeopleResponse> ImportPeople(V1.ImportPeopleRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var imported = await import.HandleAsync(new(PeopleFromWire.TableOf(request.Table), request.Csv, request.ValidateOnly), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Imported = imported.Imported, Rows = { imported.Rows.Select(PeopleWire.ToWire) }, Shortages = { imported.Shortages.Select(LedgerWire.ToWire) } };
    }

    public override async Task<V1.ExportPeopleResponse> ExportPeople(V1.ExportPeopleRequest request, ServerCallContext context) =>
        new() { Csv = await reads.Export.HandleAsync(PeopleFromWire.TableOf(request.Table), context.Call(), context.CancellationToken) };

    public override async Task<V1.PutStaffPostsResponse> PutStaffPosts(V1.PutStaffPostsRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { StaffTeam = PeopleWire.ToWire(await posts.PutPostsAsync(request.StaffTeam, new(request.Function, request.Established), request.Reason, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.PutInhabitantsResponse> PutInhabitants(V1.PutInhabitantsRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var known = await posts.PutInhabitantsAsync(new(call.Owner, request.Count, request.Source), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Count = known.Count, Source = known.Source };
    }

    public override async Task<V1.ListEndingAppointmentsResponse> ListEndingAppointments(V1.ListEndingAppointmentsRequest request, ServerCallContext context)
    {
        var page = await reads.Expiry.ListAsync(request.Months > 0 ? request.Months : null, PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { EndingAppointments = { page.Rows.Select(PeopleWire.ToWire) }, NextPageToken = page.NextToken };
    }

    private static OfficerName NameOf(string name) => OfficerName.Parse(name) ?? throw new NotFound(name);

    private static AbsenceName AbsenceNameOf(string name) => AbsenceName.Parse(name) ?? throw new NotFound(name);

    private static FunctionName FunctionOf(string parent) => FunctionName.Parse(parent) ?? throw new NotFound(parent);
}

using Google.Protobuf;
using Handhaving.Dispatch.Tests.Waking;

namespace Handhaving.Dispatch.Tests.Refusals.Requests;

/// <summary>A valid request of one rpc, built fresh each time, and the role that may send it.</summary>
public sealed record Sample(string Role, Func<Scene, Task<IMessage>> BuildAsync);

/// <summary>One sample per rpc, on one line; a <c>request_id</c> is filled in by itself. Without one the matrix fails by the rpc's name.</summary>
internal static class Samples
{
    private const string Beek = Scene.Municipality;

    public static IReadOnlyDictionary<string, Sample> All { get; } = new Dictionary<string, Sample>
    {
        ["IncidentService/ReportIncident"] = Of(() => Scene.Report()),
        ["IncidentService/GetIncident"] = Of(scene => scene.PendingAsync(), incident => new V1.GetIncidentRequest { Name = incident.Name }),
        ["IncidentService/ListIncidents"] = Of(() => new V1.ListIncidentsRequest { Parent = Beek, Filter = Scene.Filter() }),
        ["IncidentService/RecommendUnits"] = Of(scene => scene.PendingAsync(), incident => new V1.RecommendUnitsRequest { Name = incident.Name }),
        ["IncidentService/RecommendQueue"] = Of(() => new V1.RecommendQueueRequest { Parent = Beek }),
        ["IncidentService/ListRecommendations"] = Of(scene => scene.PendingAsync(), incident => new V1.ListRecommendationsRequest { Parent = incident.Name }),
        ["IncidentService/RecordDisposition"] = Of(scene => scene.PendingAsync(), incident => new V1.RecordDispositionRequest { Name = incident.Name, Etag = incident.Etag, Disposition = "warning" }),
        ["IncidentService/CloseIncident"] = Of(scene => scene.HandledAsync(), incident => new V1.CloseIncidentRequest { Name = incident.Name, Etag = incident.Etag }),
        ["IncidentService/ListTimelineEntries"] = Of(scene => scene.PendingAsync(), incident => new V1.ListTimelineEntriesRequest { Parent = incident.Name }),
        ["IncidentService/ListIncidentTypes"] = Of(() => new V1.ListIncidentTypesRequest { Parent = Beek }),
        ["IncidentService/ClassifyIncident"] = Of(scene => scene.PendingAsync(), incident => new V1.ClassifyIncidentRequest { Name = incident.Name, Etag = incident.Etag, Type = "noise.venue", Priority = 2, Location = Scene.Market(), Cautions = { "hond" } }),
        ["IncidentService/ReprioritiseIncident"] = Of(scene => scene.PendingAsync(), incident => new V1.ReprioritiseIncidentRequest { Name = incident.Name, Etag = incident.Etag, Priority = 1, Reason = "spoed" }),
        ["IncidentService/MoveIncident"] = Of(scene => scene.PendingAsync(), incident => new V1.MoveIncidentRequest { Name = incident.Name, Etag = incident.Etag, Location = Scene.Station() }),
        ["IncidentService/AddNote"] = Of(scene => scene.PendingAsync(), incident => new V1.AddNoteRequest { Name = incident.Name, Text = "poort is open" }),
        ["IncidentService/HoldIncident"] = Of(scene => scene.PendingAsync(), incident => new V1.HoldIncidentRequest { Name = incident.Name, Etag = incident.Etag, Kind = V1.HoldKind.Review, UntilTime = Scene.Tomorrow(), Reason = "later" }),
        ["IncidentService/ReleaseIncident"] = Of(scene => scene.HeldAsync(), incident => new V1.ReleaseIncidentRequest { Name = incident.Name, Etag = incident.Etag }),
        ["IncidentService/AskReporter"] = Of(scene => scene.PendingAsync(), incident => new V1.AskReporterRequest { Name = incident.Name, Etag = incident.Etag, Question = "waar?", UntilTime = Scene.Tomorrow() }),
        ["IncidentService/RecordReporterAnswer"] = Of(scene => scene.AskedAsync(), incident => new V1.RecordReporterAnswerRequest { Name = incident.Name, Etag = incident.Etag, Answer = "hier" }),
        ["IncidentService/CancelIncident"] = Of(scene => scene.PendingAsync(), incident => new V1.CancelIncidentRequest { Name = incident.Name, Etag = incident.Etag, Reason = "loos" }),
        ["IncidentService/ReopenIncident"] = Of(scene => scene.HandledAsync(), incident => new V1.ReopenIncidentRequest { Name = incident.Name, Etag = incident.Etag, Reason = "weer overlast" }),
        ["IncidentService/GetReporter"] = Of(scene => scene.PendingAsync(), incident => new V1.GetReporterRequest { Name = incident.Name }),
        ["IncidentService/FindDuplicates"] = Of(() => new V1.FindDuplicatesRequest { Parent = Beek, Type = "noise.venue", Position = Scene.Market().Position }),
        ["IncidentService/SearchIncidents"] = Of(() => new V1.SearchIncidentsRequest { Parent = Beek, Query = "auto", Filter = Scene.Filter() }),
        ["AssignmentService/FailAssignment"] = Of(scene => scene.AcceptedAsync(), job => new V1.FailAssignmentRequest { Name = job.Name, Reason = "lekke band" }),
        ["AssignmentService/PreemptAssignment"] = Of(scene => scene.UrgentAsync(), urgent => new V1.PreemptAssignmentRequest { Parent = urgent.Incident.Name, Etag = urgent.Incident.Etag, Assignment = urgent.Job.Name, Reason = "spoed" }, "supervisor"),
        ["AssignmentService/AssignUnit"] = Of(scene => scene.PairAsync(), pair => new V1.AssignUnitRequest { Parent = pair.Incident.Name, Etag = pair.Incident.Etag, Unit = pair.Unit, Borrow = new() }),
        ["AssignmentService/AcceptAssignment"] = Of(scene => scene.OfferedAsync(), offer => new V1.AcceptAssignmentRequest { Name = offer.Name }),
        ["AssignmentService/ConfirmOfferShown"] = Of(scene => scene.OfferedAsync(), offer => new V1.ConfirmOfferShownRequest { Name = offer.Name }),
        ["AssignmentService/DeclineAssignment"] = Of(scene => scene.OfferedAsync(), offer => new V1.DeclineAssignmentRequest { Name = offer.Name, Reason = "bezig" }),
        ["AssignmentService/ReportStatus"] = Of(scene => scene.AcceptedAsync(), job => new V1.ReportStatusRequest { Name = job.Name, State = V1.AssignmentState.EnRoute }),
        ["AssignmentService/ClearAssignment"] = Of(scene => scene.AcceptedAsync(), job => new V1.ClearAssignmentRequest { Name = job.Name }),
        ["AssignmentService/WithdrawAssignment"] = Of(scene => scene.OfferedAsync(), offer => new V1.WithdrawAssignmentRequest { Name = offer.Name, Reason = "elders nodig" }),
        ["DeviceService/RegisterDevice"] = Of(scene => scene.DeviceAsync(), device => WakeTests.Registration(device.Unit, device.Browser), "boa"),
        ["DeviceService/ForgetDevice"] = Of(scene => scene.DeviceAsync(), device => new V1.ForgetDeviceRequest { Name = device.Unit, Endpoint = device.Browser.Endpoint }, "boa"),
        ["LoanService/ListLoans"] = Of(() => new V1.ListLoansRequest { Parent = Beek }),
        ["LoanService/RefuseLoan"] = Of(scene => scene.LentAsync(), loan => new V1.RefuseLoanRequest { Name = loan.Name, Etag = loan.Etag, Reason = "zelf nodig" }),
        ["UnitService/SignOnUnit"] = Of(scene => scene.OffDutyAsync(), unit => new V1.SignOnUnitRequest { Name = unit.Name, Crew = { new V1.CrewMember { Officer = unit.Officer } }, Equipment = { "bodycam" } }),
        ["UnitService/SignOffUnit"] = Of(scene => scene.OnDutyAsync(), unit => new V1.SignOffUnitRequest { Name = unit }),
        ["UnitService/GetUnit"] = Of(scene => scene.OffDutyAsync(), unit => new V1.GetUnitRequest { Name = unit.Name }),
        ["UnitService/ChangeUnitActivity"] = Of(scene => scene.OnDutyAsync(), unit => new V1.ChangeUnitActivityRequest { Name = unit, Activity = V1.UnitActivity.Break }),
        ["UnitService/ReportUnitStatus"] = Of(scene => scene.OnDutyAsync(), unit => new V1.ReportUnitStatusRequest { Name = unit, Code = "9", Text = "pauze" }),
        ["UnitService/AnswerSpeechRequest"] = Of(scene => scene.SpeakingAsync(), unit => new V1.AnswerSpeechRequestRequest { Name = unit, UntilTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddMinutes(1)) }),
        ["UnitService/ExtendDuty"] = Of(scene => scene.OnDutyAsync(), unit => new V1.ExtendDutyRequest { Name = unit, DutyEndTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow.AddHours(2)), Reason = "nog een melding" }),
        ["UnitService/ListPlannedUnits"] = Of(() => new V1.ListPlannedUnitsRequest { Parent = Beek, StartTime = Scene.Tomorrow(), EndTime = new(Scene.Tomorrow()) { Seconds = Scene.Tomorrow().Seconds + 3600 } }),
        ["UnitService/ListStatusCodes"] = Of(() => new V1.ListStatusCodesRequest { Parent = Beek }),
        ["UnitService/ListOfficers"] = Of(() => new V1.ListOfficersRequest { Parent = Beek }),
        ["AreaService/ListAreas"] = Of(() => new V1.ListAreasRequest { Parent = Beek }),
        ["AreaService/ListOwners"] = Of(() => new V1.ListOwnersRequest { Parent = Beek }),
        ["AreaService/LocatePoint"] = Of(() => new V1.LocatePointRequest { Parent = Beek, Position = Scene.Market().Position }),
        ["UnitService/ListUnits"] = Of(() => new V1.ListUnitsRequest { Parent = Beek }),
        ["UnitService/ReportPositions"] = Of(scene => scene.OnDutyAsync(), unit => new V1.ReportPositionsRequest { Parent = Beek, Fixes = { Scene.Fix(unit) } }),
        ["UnitService/StreamPositions"] = Of(scene => scene.OnDutyAsync(), unit => new V1.StreamPositionsRequest { Parent = Beek, Fixes = { Scene.Fix(unit) } }),
        ["BoardService/WatchBoard"] = Of(() => new V1.WatchBoardRequest { Parent = Scene.Team }),
        ["BoardService/WatchUnit"] = Of(scene => scene.OnDutyAsync(), unit => new V1.WatchUnitRequest { Name = unit }),
        ["AuditService/ListEntries"] = Of(() => new V1.ListEntriesRequest { Parent = Beek, Actor = "centralist-wm-01", Object = Beek, Action = "CONSULT", FromTime = Scene.Yesterday(), ToTime = Scene.Tomorrow(), Export = new() { Reason = "jaarlijkse controle", Recipient = "rekenkamer" } }, "auditor"),
        ["AuditService/ReviewEntry"] = Of(scene => scene.RefusedLineAsync(), line => new V1.ReviewEntryRequest { Parent = Beek, Sequence = line, Note = "nagekeken" }, "auditor"),
        ["AuditService/Verify"] = Of(() => new V1.VerifyRequest { Parent = Beek }, "auditor"),
        ["ParkingService/ListParkedMessages"] = Of(() => new V1.ListParkedMessagesRequest { Parent = Beek }, "supervisor"),
        ["ParkingService/ReplayParkedMessage"] = Of(scene => scene.ParkedAsync(), name => new V1.ReplayParkedMessageRequest { Name = name }, "supervisor"),
        ["ParkingService/DiscardParkedMessage"] = Of(scene => scene.ParkedAsync(), name => new V1.DiscardParkedMessageRequest { Name = name, Reason = "niet te lezen" }, "supervisor"),
        ["SettingService/ListSettings"] = Of(() => new V1.ListSettingsRequest { Parent = Beek }, "functional-admin"),
        ["SettingService/GetSetting"] = Of(scene => scene.SettingAsync(), setting => new V1.GetSettingRequest { Name = setting.Name, AtTime = Scene.Tomorrow() }, "functional-admin"),
        ["SettingService/ChangeSetting"] = Of(scene => scene.SettingAsync(), setting => new V1.ChangeSettingRequest { Setting = new() { Name = setting.Name, Value = "300", Etag = setting.Etag, ChangeReason = "proef" } }, "functional-admin"),
        ["CanaryService/SendCanary"] = Of(() => new V1.SendCanaryRequest { Parent = Beek }, "canary"),
        ["CanaryService/WatchCanaries"] = Of(() => new V1.WatchCanariesRequest { Parent = Beek }, "canary"),
    };

    private static Sample Of(Func<IMessage> request, string role = "centralist") => new(role, _ => Task.FromResult(request()));

    private static Sample Of<TState>(Func<Scene, Task<TState>> state, Func<TState, IMessage> request, string role = "centralist") => new(role, async scene => request(await state(scene)));
}

using System.Security.Claims;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Access.V1;
using Handhaving.Dispatch.V1;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.Extensions.Configuration;

namespace Handhaving.ServiceDefaults.Tests;

/// <summary>Starting points of the tests: a dispatcher in Beek and the contract of dispatch.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    public const string RequestId = "019575a1-0000-7000-8000-000000000001";
    public const string IncidentName = "municipalities/0888/incidents/019575a1-0000-7000-8000-000000000002";

    public static readonly IReadOnlyList<ServiceDescriptor> Contract =
    [
        IncidentService.Descriptor, AssignmentService.Descriptor, UnitService.Descriptor, BoardService.Descriptor,
        AuditService.Descriptor, ParkingService.Descriptor, SettingService.Descriptor,
    ];

    public static RolePermissions Permissions => RolePermissions.From(
        new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "dispatch.appsettings.json")).Build());

    public static Caller Caller(params string[] roles) =>
        new("person-1", "console", "token-1", roles.ToHashSet(), new HashSet<TenantId> { new("0888") }, Now.AddMinutes(10));

    public static Call Call(string method = "/handhaving.dispatch.v1.AssignmentService/AssignUnit") => new(
        Caller("centralist"), MethodRules.From(Contract, Permissions).Find(method) ?? throw new InvalidOperationException($"{method} is not in the contract."),
        new TenantId("0888"), method[1..], "centralist", "0af7651916cd43dd8448eb211c80319c", "ipv4:127.0.0.1:5000", null);

    public static ClaimsPrincipal Principal(params string[] without)
    {
        Claim[] claims =
        [
            new("sub", "person-1"), new("azp", "console"), new("jti", "token-1"), new("exp", "1772453400"),
            new("role", "centralist"), new("role", "boa"), new("municipality", "0888"), new("municipality", "0971"), new("team", "westelijke-mijnstreek"),
        ];
        return new(new ClaimsIdentity(claims.Where(claim => !without.Contains(claim.Type)), "test"));
    }

    public static ReportIncidentRequest Report() => new()
    {
        Parent = "municipalities/0888",
        RequestId = RequestId,
        Incident = new()
        {
            Source = IncidentSource.Phone, Type = "parking.nuisance", Priority = 3,
            Location = new() { Position = new() { Latitude = 50.94, Longitude = 5.79 }, AccuracyMeters = 10, Description = "Markt" },
            ReportTime = Timestamp.FromDateTimeOffset(Now),
        },
    };

    public static ReportPositionsRequest Positions(int count = 1) => new()
    {
        Parent = "municipalities/0888",
        Fixes =
        {
            Enumerable.Range(0, count).Select(_ => new UnitFix
            {
                Unit = "municipalities/0888/units/b-1",
                Fix = new() { Position = new() { Latitude = 50.94, Longitude = 5.79 }, FixTime = Timestamp.FromDateTimeOffset(Now) },
            }),
        },
    };

    /// <summary>A service of one rpc, Ask, whose request has a text field <c>parent</c>; as a contract might state it.</summary>
    public static ServiceDescriptor Service(MethodAccess? access)
    {
        var method = new MethodDescriptorProto { Name = "Ask", InputType = ".test.v1.AskRequest", OutputType = ".test.v1.AskRequest" };
        if (access is not null) (method.Options = new()).SetExtension(AccessExtensions.Access, access);
        var file = new FileDescriptorProto
        {
            Name = "test.proto", Package = "test.v1", Syntax = "proto3",
            MessageType = { new DescriptorProto { Name = "AskRequest", Field = { new FieldDescriptorProto { Name = "parent", Number = 1, Type = FieldDescriptorProto.Types.Type.String, Label = FieldDescriptorProto.Types.Label.Optional } } } },
            Service = { new ServiceDescriptorProto { Name = "AskService", Method = { method } } },
        };
        return FileDescriptor.BuildFromByteStrings([file.ToByteString()], new ExtensionRegistry { AccessExtensions.Access })[0].Services[0];
    }
}

using Google.Protobuf;
using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>Methods under names of the test's choice.</summary>
public static class Unknown
{
    public static Method<GetIncidentRequest, GetIncidentResponse> Method(string service, string method) => new(
        MethodType.Unary, service, method,
        Marshallers.Create(message => message.ToByteArray(), GetIncidentRequest.Parser.ParseFrom),
        Marshallers.Create(message => message.ToByteArray(), GetIncidentResponse.Parser.ParseFrom));
}

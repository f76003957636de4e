"""Addresses, token and clients: what a partner in Python needs before the first call."""
import json
import os
import sys
import urllib.parse
import urllib.request
from pathlib import Path

import google
import grpc

GENERATED = Path(__file__).parent / "generated"
sys.path.insert(0, str(GENERATED))
google.__path__.append(str(GENERATED / "google"))  # google.api and google.rpc are generated beside the contract

from google.rpc import error_details_pb2, status_pb2  # noqa: E402
from handhaving.dispatch.v1 import board_service_pb2_grpc, incident_service_pb2_grpc, unit_service_pb2_grpc  # noqa: E402

ADDRESS = os.environ.get("HANDHAVING_GRPC", "127.0.0.1:5101")
IDENTITY = os.environ.get("HANDHAVING_IDENTITY", "http://127.0.0.1:5110")
SECRET = os.environ.get("HANDHAVING_CLIENT_SECRET", "partner-simulator-development")

channel = grpc.insecure_channel(ADDRESS)
incidents = incident_service_pb2_grpc.IncidentServiceStub(channel)
units = unit_service_pb2_grpc.UnitServiceStub(channel)
board = board_service_pb2_grpc.BoardServiceStub(channel)


def sign_in():
    """Metadata with an access token by client credentials; a token is good for ten minutes."""
    form = {"grant_type": "client_credentials", "client_id": "partner-simulator", "client_secret": SECRET}
    with urllib.request.urlopen(f"{IDENTITY.rstrip('/')}/connect/token", urllib.parse.urlencode(form).encode(), timeout=5) as answer:
        return [("authorization", f"Bearer {json.load(answer)['access_token']}")]


def details_of(error):
    """`ErrorInfo` and `LocalizedMessage` of an error, None where it carries none."""
    carried = dict(error.trailing_metadata()).get("grpc-status-details-bin", b"")
    info, text = None, None
    for detail in status_pb2.Status.FromString(carried).details:
        if detail.Is(error_details_pb2.ErrorInfo.DESCRIPTOR):
            info = error_details_pb2.ErrorInfo.FromString(detail.value)
        if detail.Is(error_details_pb2.LocalizedMessage.DESCRIPTOR):
            text = error_details_pb2.LocalizedMessage.FromString(detail.value)
    return info, text

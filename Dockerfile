FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG TARGETARCH
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Packages change seldom, sources often: this layer depends on nothing that is compiled.
COPY Directory.Build.props Directory.Packages.props global.json ./
COPY src/MskPrecheckAction.Core/MskPrecheckAction.Core.csproj src/MskPrecheckAction.Core/
COPY src/MskPrecheckAction/MskPrecheckAction.csproj src/MskPrecheckAction/
COPY src/MskPrecheckAction/Properties/PublishProfiles/ src/MskPrecheckAction/Properties/PublishProfiles/
RUN dotnet restore src/MskPrecheckAction -r linux-$(echo "$TARGETARCH" | sed s/amd64/x64/) -p:PublishProfile=Shipped

COPY . .
RUN dotnet publish src/MskPrecheckAction --no-restore -r linux-$(echo "$TARGETARCH" | sed s/amd64/x64/) -p:PublishProfile=Shipped -o /published

# Not chiseled and no USER: a GitHub runner's mounts belong to root, an Azure container job needs a shell to make its own user.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0
ARG VERSION=0.1.0
ARG REVISION=
LABEL org.opencontainers.image.title="msk-precheck" \
      org.opencontainers.image.description="Checks whether an Amazon MSK cluster can move from ZooKeeper to KRaft" \
      org.opencontainers.image.source="https://github.com/msk-precheck/msk-precheck-action" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
# The diagnostics port would leave a socket behind in the temp folder that the host shares.
ENV DOTNET_EnableDiagnostics=0
COPY --from=build /published /opt/msk-precheck
RUN ln -s /opt/msk-precheck/msk-precheck /usr/local/bin/msk-precheck \
 && msk-precheck --version \
 && msk-precheck demo --fail-on never --out /tmp/demo >/dev/null \
 && rm -r /tmp/demo
ENTRYPOINT ["/opt/msk-precheck/msk-precheck"]
CMD ["run"]

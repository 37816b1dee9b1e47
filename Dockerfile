# check=error=true
# No "syntax" line: BuildKit's own frontend knows all that stands here, and one image less is fetched.

# The SBOM lists what the build stage installed, too.
ARG BUILDKIT_SBOM_SCAN_STAGE=true

# The site is the same on every platform, so it is built on the builder's own.
FROM --platform=$BUILDPLATFORM node:24-bookworm-slim@sha256:6f7b03f7c2c8e2e784dcf9295400527b9b1270fd37b7e9a7285cf83b6951452d AS build
WORKDIR /course
COPY package.json package-lock.json ./
COPY packages/docker-in-browser/package.json packages/docker-in-browser/
COPY scripts/setup.mjs scripts/
# The secret is needed only behind a registry that asks who you are; an argument would stay in the provenance.
RUN --mount=type=cache,target=/root/.npm \
    --mount=type=secret,id=npmrc,target=/root/.npmrc \
    node scripts/setup.mjs
COPY . .
ARG SITE_BASE=/
ARG SITE_URL=http://localhost:8080
RUN npm run --silent build && npm exec -- node scripts/pack-site.ts /packed

FROM nginxinc/nginx-unprivileged:1.30.4-alpine-slim@sha256:11f3f6249b4ae3d7a4ec2a51797060107b88ead52b33b6ed3c6c33f55ca96200
ARG VERSION=0.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Docker Mastery" \
      org.opencontainers.image.description="An interactive Docker course in the browser, with a real Docker Engine in its labs" \
      org.opencontainers.image.licenses="MIT AND CC-BY-4.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION"
# The layer that is large and seldom changes comes first. It is empty where no labs' image was built.
COPY --from=build /packed/lab-image /srv/docker-mastery
COPY --from=build /packed/site /srv/docker-mastery
COPY --from=build /course/build/nginx.conf /etc/nginx/conf.d/default.conf
USER 101:101
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --start-interval=1s \
    CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/"]
# Not the base image's script: it edits the settings, and the root file system may be read-only.
ENTRYPOINT ["nginx", "-g", "daemon off;"]

# The images of all processes, a target for each: `docker build --target catalog .`; `pnpm images` builds them all.

ARG NODE_IMAGE=docker.io/library/node:24-bookworm-slim

# --- What the builds need. Only a changed manifest or lockfile installs again. ---
FROM ${NODE_IMAGE} AS manifests
COPY . /sources
WORKDIR /sources
# Without times, these files are the same for the cache until their content changes.
RUN mkdir /manifests \
 && cp --parents package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc */*/package.json /manifests \
 && find /manifests -exec touch --date=@0 {} +

FROM ${NODE_IMAGE} AS installed
WORKDIR /quayside
ENV CI=true NEXT_TELEMETRY_DISABLED=1 pnpm_config_verify_deps_before_run=false
COPY --from=manifests /manifests ./
RUN npm install --global --no-audit --no-fund "$(node -p "require('./package.json').packageManager")" \
 && pnpm install --frozen-lockfile
COPY tsconfig.base.json ./
COPY tooling/*.mjs tooling/
COPY tooling/images tooling/images
COPY tooling/system tooling/system

FROM installed AS bundles
COPY libs libs
COPY apps/gateway apps/gateway
COPY apps/payment-sandbox apps/payment-sandbox
COPY services services
RUN pnpm --recursive --parallel --filter '!@quayside/storefront' run build \
 && node tooling/image-files.mjs --bundles /out

FROM installed AS pages
COPY libs/contracts libs/contracts
COPY libs/runtime libs/runtime
COPY libs/http libs/http
COPY apps/storefront apps/storefront
RUN NEXT_OUTPUT=standalone pnpm --filter @quayside/storefront run build \
 && node tooling/image-files.mjs --standalone /out

# --- What every image has: Node.js on Debian, without the means to install anything. ---
FROM ${NODE_IMAGE} AS trimmed
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack \
      /usr/local/bin/yarn /usr/local/bin/yarnpkg /opt/yarn* \
      /usr/local/include /usr/local/share/doc /usr/local/share/man /usr/share/doc /usr/share/man /usr/share/info \
      /usr/bin/apt* /usr/lib/apt /etc/apt /var/lib/apt /var/cache/apt /var/cache/debconf /usr/bin/dpkg* \
      /var/log/* /root/.npm /tmp/*

# In one layer, so that what was removed is not carried along.
FROM scratch AS runtime
COPY --from=trimmed / /
# `pnpm images` adds the version, the revision and its time.
LABEL org.opencontainers.image.vendor="Quayside" \
      org.opencontainers.image.licenses="MIT"
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    NODE_ENV=production \
    HOST=0.0.0.0
# What the processes say of themselves; `pnpm images` gives both.
ARG BUILD_VERSION=unreleased
ARG BUILD_REVISION=unknown
ENV BUILD_VERSION=${BUILD_VERSION} \
    BUILD_REVISION=${BUILD_REVISION}
WORKDIR /app
USER 1000:1000
# Node.js itself is PID 1 and gets the signals; a job is another file as the argument, such as dist/migrate.js.
ENTRYPOINT ["node"]

# --- One stage for each image. ---
# generated images: change tooling/system/src/processes.ts and run: npx pnpm generate
FROM runtime AS payment-sandbox
LABEL org.opencontainers.image.title="quayside/payment-sandbox" \
      org.opencontainers.image.description="Stands in for a payment company"
COPY --from=bundles /out/payment-sandbox ./
EXPOSE 8201
CMD ["dist/payment-sandbox.js"]

# Jobs: dist/migrate.js, dist/rotate-signing-key.js, dist/set-admin.js, dist/carry-over.js
FROM runtime AS identity
LABEL org.opencontainers.image.title="quayside/identity" \
      org.opencontainers.image.description="OpenID provider, accounts, sign-in pages"
COPY --from=bundles /out/identity ./
EXPOSE 8101
CMD ["dist/identity.js"]

# Jobs: dist/migrate.js, dist/move-pictures.js, dist/carry-over.js
FROM runtime AS catalog
LABEL org.opencontainers.image.title="quayside/catalog" \
      org.opencontainers.image.description="Items, pictures, prices and stock"
COPY --from=bundles /out/catalog ./
EXPOSE 8102
CMD ["dist/catalog.js"]

# Job: dist/carry-over.js
FROM runtime AS basket
LABEL org.opencontainers.image.title="quayside/basket" \
      org.opencontainers.image.description="Baskets and checkout"
COPY --from=bundles /out/basket ./
EXPOSE 8103
CMD ["dist/basket.js"]

# Processes: dist/api.js, dist/worker.js
# Jobs: dist/initiate-replica-set.js, dist/carry-over.js
FROM runtime AS ordering
LABEL org.opencontainers.image.title="quayside/ordering" \
      org.opencontainers.image.description="Orders: an api and a worker"
COPY --from=bundles /out/ordering ./
EXPOSE 8104 8114
CMD ["dist/api.js"]

# Jobs: dist/migrate.js, dist/carry-over.js
FROM runtime AS marketing
LABEL org.opencontainers.image.title="quayside/marketing" \
      org.opencontainers.image.description="Campaigns and mail"
COPY --from=bundles /out/marketing ./
EXPOSE 8105
CMD ["dist/marketing.js"]

FROM runtime AS gateway
LABEL org.opencontainers.image.title="quayside/gateway" \
      org.opencontainers.image.description="The one public origin: sessions, sign-in, routes to the services"
COPY --from=bundles /out/gateway ./
EXPOSE 8080 8081
CMD ["dist/gateway.js"]

FROM runtime AS storefront
LABEL org.opencontainers.image.title="quayside/storefront" \
      org.opencontainers.image.description="The shop and its admin pages"
# Next.js knows the address to listen on by this name.
ENV HOSTNAME=0.0.0.0 PORT=3000 NEXT_TELEMETRY_DISABLED=1
COPY --from=pages /out/storefront ./
EXPOSE 3000
CMD ["apps/storefront/server.js"]
# end of generated images

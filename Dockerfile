# The same Debian under all stages: sharp and argon2 bring binaries for its C library.
FROM docker.io/library/node:22-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# no package of ours needs its install script
RUN npm ci --ignore-scripts

FROM packages AS build
COPY . .
RUN node build.cjs

FROM packages AS production-packages
RUN npm prune --omit=dev --ignore-scripts

FROM docker.io/library/node:22-bookworm-slim
# pictures are made in several threads: with an arena of memory for each, glibc would keep twice as much of it
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data MALLOC_ARENA_MAX=2
WORKDIR /app
# a new named volume takes over the owner of the folder that it covers
RUN install -d -o node -g node -m 0711 /data /secrets
# owned by root: the process cannot change its own program
COPY --from=production-packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/public public
COPY package.json ./
COPY views views
COPY seeds seeds
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-proto=delete", "dist/src/server.js"]

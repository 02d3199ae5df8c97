# One image for poort, web, workers and migrations; the command says which.
FROM node:24-bookworm-slim AS build
WORKDIR /stap
COPY package.json package-lock.json ./
RUN npm install --no-audit --no-fund
COPY . .
# The Prisma client has no engine of its own; the tool only wants to find an executable.
RUN PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node npx prisma generate --no-hints \
 && NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 npx next build \
 && node --import tsx --eval "import('./scripts/poort/styles.ts').then((styles) => styles.buildStyles())"

FROM node:24-bookworm-slim
ENV NODE_ENV=production STAP_OMGEVING=productie PORT=3000 STAP_DATA_DIR=/var/lib/stap
WORKDIR /stap
COPY package.json package-lock.json ./
# Without the development packages. Optional packages stay: they hold the binaries for this system.
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force \
 && install -d -o node -g node /var/lib/stap
COPY --from=build /stap/.next .next
COPY --from=build /stap/.poort .poort
COPY --from=build /stap/prisma prisma
COPY app app
COPY components components
COPY lib lib
COPY public public
COPY scripts scripts
COPY workers workers
COPY next.config.js tsconfig.json ./
USER node
EXPOSE 3000
CMD ["node", "--import", "tsx", "scripts/web.ts"]

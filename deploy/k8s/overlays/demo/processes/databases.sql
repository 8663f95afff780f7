-- Generated from tooling/system/src/processes.ts; change that and run: npx pnpm generate
-- Runs once, on an empty volume: a database and its owner for each service, closed to the others.
\getenv identity_password IDENTITY_PASSWORD
\getenv catalog_password CATALOG_PASSWORD
\getenv marketing_password MARKETING_PASSWORD

CREATE ROLE identity LOGIN PASSWORD :'identity_password';
CREATE ROLE catalog LOGIN PASSWORD :'catalog_password';
CREATE ROLE marketing LOGIN PASSWORD :'marketing_password';

CREATE DATABASE identity OWNER identity ENCODING 'UTF8' TEMPLATE template0;
CREATE DATABASE catalog OWNER catalog ENCODING 'UTF8' TEMPLATE template0;
CREATE DATABASE marketing OWNER marketing ENCODING 'UTF8' TEMPLATE template0;

REVOKE CONNECT ON DATABASE identity, catalog, marketing FROM PUBLIC;

import { makeOpenApi } from '@/lib/opendata/rules/openapi'
import { API_VERSION, apiPublic } from '@/lib/platform/api'
import { config } from '@/lib/platform/config'

export const dynamic = 'force-dynamic'

/** The description of this API, made of the schemas by which it judges. */
export function GET(request: Request): Response {
  return apiPublic(request, makeOpenApi(API_VERSION, config.url), { maxAgeS: 300 })
}

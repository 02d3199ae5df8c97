import { Icon } from '@/components/ui/icon'

/** Keeps an opleiding among the favourites of this browser, or takes it away. A button for inside any form. */
export function Bewaar({ id, titel, isBewaard, terug }: { id: string; titel: string; isBewaard: boolean; terug: string }) {
  return (
    <button type="submit" formMethod="post" formAction={`/favorieten/wijzigen?terug=${encodeURIComponent(terug)}`} name={isBewaard ? 'verwijder' : 'bewaar'} value={id} className="nl-link cursor-pointer py-1 text-primary underline">
      <Icon name="bookmark" />{isBewaard ? 'Bewaard, haal weg' : 'Bewaar'}<span className="sr-only"> {titel}</span>
    </button>
  )
}

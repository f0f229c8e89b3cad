export { moneyDelta } from '@/lib/moneyDelta';

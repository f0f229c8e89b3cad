export { useScoreText } from '@/lib/useScoreText';
